"""Names that Euler Stream's JSON gives to fields of the wire, where they differ from our schema's.

The cloud socket tells messages under the names of the older public schemas. Facts from schema.json's list of
aliases, and from frames that others recorded in 2026 (`userId`, `giftDetails.giftName`, `totalLikeCount`,
`battleItems`, `userArmy`, `hostScore`). Old names of a field by message; case and underscores do not count.
"""

from __future__ import annotations

ALIASES: dict[str, dict[str, tuple[str, ...]]] = {
    "Text": {"key": ("displaytype",), "default_pattern": ("label",), "pieces": ("pieceslist",)},
    "User": {
        "id": ("userid",),
        "display_id": ("uniqueid",),
        "avatar_thumb": ("profilepicture", "profilepicturesmall"),
        "avatar_medium": ("profilepicturemedium",),
        "avatar_large": ("profilepicturelarge",),
        "badge_list": ("badges",),
    },
    "ImageModel": {"url_list": ("murls", "urls", "url"), "uri": ("muri",)},
    "BadgeStruct": {
        "scene_type": ("badgescene", "badgescenetype"),
        "privilege_log_extra": ("logextra",),
        "image": ("imagebadges",),
        "text": ("badges",),
    },
    "CommonMessageData": {"display_text": ("eventdetails",)},
    "WebcastChatMessage": {"content": ("comment",)},
    "EmoteWithIndex": {"index": ("placeincomment",)},
    "WebcastEmoteChatMessage": {"emote_list": ("emote",)},
    "WebcastLikeMessage": {"count": ("likecount",), "total": ("totallikecount",)},
    "WebcastMemberMessage": {"action": ("actionid",)},
    "Contributor": {"score": ("coincount",)},
    "WebcastRoomUserSeqMessage": {
        "ranks": ("rankslist", "topviewers"),
        "total": ("viewercount",),
        "seats": ("seatslist",),
    },
    "WebcastGiftMessage": {"gift": ("giftdetails",), "monitor_info": ("giftextra",)},
    "Gift": {"image": ("giftimage",), "type": ("gifttype",), "name": ("giftname",)},
    "WebcastEnvelopeMessage": {"envelope_info": ("treasureboxdata",)},
    "WebcastLiveIntroMessage": {"content": ("description",), "user": ("host",)},
    "Question": {"content": ("questiontext",)},
    "WebcastQuestionNewMessage": {"data": ("details", "questiondetails")},
    "WebcastPollMessage": {"update_votes_content": ("updatecontent",)},
    "WebcastImDeleteMessage": {
        "delete_msg_ids": ("deletemsgidslist",),
        "delete_user_ids": ("deleteuseridslist",),
    },
    "WebcastRoomPinMessage": {"pin_msg_id": ("pinid",)},
    "WebcastRankUpdateMessage": {"updates": ("updateslist",)},
    "WebcastLinkMicBattle": {
        "battle_settings": ("battlesetting",),
        "anchors_info": ("anchorinfo", "battleusers"),
        "team_member": ("teamusers",),
    },
    "BattleUserArmies": {"user_armies": ("userarmy",)},
    "BattleTeamUserArmies": {"team_user": ("teamusers",)},
    "WebcastLinkMicArmies": {
        "armies": ("battleitems",),
        "trigger_reason": ("battlestatus",),
        "update_battle_score_time": ("scoreupdatetime",),
    },
}
COMMON = ("event",)  # the old name of `common`, in every message
