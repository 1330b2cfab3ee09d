"""Why a file cannot be read, in one sentence with the way out."""

# What libxml2 calls it → what the person at the keyboard can look for.
IN_WORDS = {
    "ERR_ENTITYREF_SEMICOL_MISSING": "an “&” that is not written as “&amp;”",
    "ERR_NAME_REQUIRED": "an “&” or “<” that is not written as “&amp;” or “&lt;”",
    "ERR_UNDECLARED_ENTITY": "an entity that only HTML knows",
    "WAR_UNDECLARED_ENTITY": "an entity that only HTML knows",
    "ERR_TAG_NAME_MISMATCH": "an element that ends with the tag of another",
    "ERR_MISPLACED_CDATA_END": "“]]>” in the middle of a text",
    "ERR_INVALID_CHAR": "a control character, which XML does not allow",
    "ERR_INVALID_CHARREF": "a reference to a control character, which XML does not allow",
    "ERR_INVALID_ENCODING": "bytes that are not in the file's character encoding",
    "ERR_TAG_NOT_FINISHED": "an end that comes too early, as if the file had been cut off",
    "ERR_CDATA_NOT_FINISHED": "an end that comes too early, as if the file had been cut off",
    "ERR_DOCUMENT_END": "an end that comes too early, as if the file had been cut off",
    "ERR_GT_REQUIRED": "an end that comes too early, as if the file had been cut off",
    "ERR_DOCUMENT_EMPTY": "no XML at all",
    "NS_ERR_UNDEFINED_NAMESPACE": "a prefix that nothing declares, so this is a piece of an export and not a whole one",
    "ERR_RESOURCE_LIMIT": "a single text of more than ten million characters",
}


class Unreadable(Exception):
    """A file that is no whole WordPress export. The text is one sentence for the person who gave it."""


def not_well_formed(path, error):
    """`error` is an entry of lxml's error log, or None where the parser kept silent."""
    if error is None:
        return Unreadable(f"{path} is no XML. Give the file that WordPress' Tools → Export downloads.")
    what = IN_WORDS.get(error.type_name) or error.message.strip().rstrip(".") or "something that is not XML"
    return Unreadable(
        f"{path} is not well-formed XML: line {error.line}, column {error.column} has {what}. Nothing of the file was "
        "imported. Export the site again, or correct that line, then run the import again."
    )
