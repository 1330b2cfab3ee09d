from django.contrib import admin


class MissingTextFilter(admin.SimpleListFilter):
    title = "what is missing"
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return [("alt", "Alternative text"), ("credit", "Credit"), ("creator", "Photographer"), ("licence", "Licence")]

    def queryset(self, request, queryset):
        match self.value():
            case "alt":
                return queryset.without_alt()
            case "credit":
                return queryset.without_credit()
            case "creator":
                return queryset.without_creator()
            case "licence":
                return queryset.without_licence()
        return queryset
