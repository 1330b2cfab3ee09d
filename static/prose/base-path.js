// The editor finds its own files beside ckeditor.js; under a name with a hash it cannot, so the page tells it where.
window.CKEDITOR_BASEPATH = document.currentScript.dataset.path;
