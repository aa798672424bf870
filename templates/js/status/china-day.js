/** The day in China: titles end and begin there, wherever the page is read. */

const CHINA = 8 * 3600 * 1000;

/** The ISO day in China (UTC+8, no summer time) at a moment in ms. */
export const chinaDay = (now) => new Date(now + CHINA).toISOString().slice(0, 10);
