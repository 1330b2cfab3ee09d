/* The table of contents of what improves the reader's pages. Readers get it as one file; none of it is needed to read. */
import "./menu.js";
import "./share.js";
import "./embed.js";
import "./search.js";
