from django import forms


class ActForm(forms.Form):
    """The form of an act's page. `do` calls the verb and returns the sentence that the editor reads afterwards."""

    def __init__(self, *args, article, user, **kwargs):
        self.article, self.user = article, user
        super().__init__(*args, **kwargs)
