/** What there is this month, on the home page. Without this script the page leads to the calendar. */

const CHINA = 8 * 60 * 60 * 1000;

/** The month in China, 1 to 12, at a time in milliseconds. China has one time and no summer time. */
export const monthInChina = (time) => new Date(time + CHINA).getUTCMonth() + 1;

/**
 * Shows the `<template data-month>` of the month that it is, with its `data-title` as the heading. Of a month
 * without one it shows what stands in the page: nothing in it speaks of a month.
 */
export class ThisMonth extends HTMLElement {
  connectedCallback() {
    this.heading ??= this.querySelector("h2");
    this.place ??= this.querySelector("[data-place]");
    this.words ??= this.heading.textContent;
    this.rest ??= [...this.place.childNodes];
    this.show();
    // A page that was left open shows the month in which it is looked at again.
    document.addEventListener("visibilitychange", () => this.show());
  }

  show(month = monthInChina(Date.now())) {
    if (month === this.month) return;
    this.month = month;
    const found = this.querySelector(`template[data-month="${month}"]`);
    this.heading.textContent = found ? found.dataset.title : this.words;
    this.place.replaceChildren(...(found ? [found.content.cloneNode(true)] : this.rest));
  }
}
