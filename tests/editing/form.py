"""The form on a page of the desk, as a browser would send it."""

from lxml import html


def form_on(client, address, name=None):
    """Field name → value, of the form with the id `name`, or of the only one that has a Save button."""
    page = html.fromstring(client.get(address).content.decode())
    (form,) = [form for form in page.forms if (form.get("id") == name if name else form.xpath(".//*[@name='_save']"))]
    return {field: value for field, value in form.form_values() if field != "csrfmiddlewaretoken"}
