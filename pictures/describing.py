from django.core.exceptions import PermissionDenied, ValidationError


def describe(picture, alt, *, by):
    """Give a picture the alternative text that it lacks. Whoever added it may, and who may change what is written."""
    may_change = by.has_perm("pictures.change_picture")
    if not (may_change or (picture.uploaded_by_id == by.pk and by.has_perm("pictures.add_picture"))):
        raise PermissionDenied(f"{by} may not describe “{picture}”. Who added it may, and editors.")
    if picture.alt or picture.is_decorative:
        raise ValidationError(f"“{picture}” is described already. An editor can change it in the library.")
    picture.alt = alt.strip()
    picture.full_clean(exclude=["original"])
    picture.save(update_fields=["alt"])
