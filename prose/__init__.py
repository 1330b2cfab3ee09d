"""Rich text: which HTML is allowed, how it is cleaned, edited and shown. Imports nothing of the project."""
