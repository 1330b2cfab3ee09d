from django import forms
from django.contrib import admin

from articles.models import ArticleByline


class BylineForm(forms.ModelForm):
    class Meta:
        model = ArticleByline
        fields = ["author", "role"]

    def validate_unique(self):
        """Not against the live bylines, which this form never writes; the formset looks for doubles on the screen."""

    def validate_constraints(self):
        """Not here, for the same reason."""

    def has_changed(self):
        # A row that shows what the working copy has is as good as one that was typed just now.
        return bool(self["author"].value())


class BylineFormSet(forms.BaseInlineFormSet):
    """The working copy's bylines as rows. It saves nothing: the rows go into the revision that the save makes."""

    def __init__(self, *args, instance=None, **kwargs):
        copy = instance.working_copy if instance and instance.pk else None
        rows = [{"author": author, "role": role} for author, role in copy.credits] if copy else []
        kwargs["queryset"] = ArticleByline.objects.none()
        super().__init__(*args, instance=instance, initial=rows, **kwargs)
        self.extra = len(rows) + (0 if rows else 1)

    def get_unique_error_message(self, unique_check):
        return "The same author stands twice with the same role. Remove one of them."

    @property
    def credits(self):
        """(author id, role) pairs in the order shown, without the rows ticked for removal."""
        rows = [form.cleaned_data for form in self.ordered_rows if form.cleaned_data.get("author")]
        return [(row["author"].pk, row["role"]) for row in rows if not row.get("DELETE")]

    @property
    def ordered_rows(self):
        def place(form):
            order = form.cleaned_data.get("ORDER")
            return (order is None, order or 0)

        return sorted((form for form in self.forms if hasattr(form, "cleaned_data")), key=place)

    def save(self, commit=True):
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        return []


class BylineInline(admin.TabularInline):
    model = ArticleByline
    form = BylineForm
    formset = BylineFormSet
    template = "desk/byline_rows.html"
    autocomplete_fields = ["author"]
    extra = 0
    verbose_name = "byline"
    verbose_name_plural = "bylines"

    def has_add_permission(self, request, obj):
        return request.user.has_perm("articles.change_article")

    def has_change_permission(self, request, obj=None):
        return self.has_add_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_add_permission(request, obj)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_article")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "author":
            # The row is for choosing an author; authors are looked after elsewhere.
            field.widget = field.widget.widget
            field.widget.attrs["aria-label"] = "Author"
        if db_field.name == "role":
            field.widget.attrs["aria-label"] = "Role"
        return field

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, can_order=True, can_delete=True, **kwargs)
