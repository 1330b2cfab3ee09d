from outsiders.admin.invitation import InvitationAdmin

__all__ = ["InvitationAdmin"]
