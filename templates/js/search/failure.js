/**
 * Why a search was not made, for the words that pages have for it:
 *
 *     offline   nothing came from the server, or not all of it
 *     missing   the server has no such file, or does not give it: `status` is what it said
 *     wrong     something else came under the name of the file
 *     changed   files of two releases: they do not belong to this page, or not to one another
 *
 * An error without a reason is one of the program, such as browsers give that it is too new for.
 */
export const failure = (reason, file, status) =>
  Object.assign(new Error(reason), { reason, file, status });
