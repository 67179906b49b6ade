"""What of a message may be kept when nobody is to be known by it. What has no row here is left out.

A row names a type of the schema and those of its fields that stay. Numbers, switches and enum values stay as
they are, messages by the row of their own type. What is more than that has a treatment after a colon:

- `person`, `thing`: another number, the same for the same person or thing everywhere; also as key of a map;
- `name`, `handle`: an invented one, by the number of its person;
- `words`: as many letters, none of them the same;
- `key`: a text of TikTok's own programs, such as `pm_mt_join_message`, if it looks like one;
- `level`: a short number as text.
"""

from __future__ import annotations

from collections.abc import Mapping

_ROWS = """
CommonMessageData method:key msg_id:thing room_id:thing create_time is_show_msg display_text fold_type
User id:person nickname:name display_id:handle verified follow_info badge_list
FollowInfo follow_status
UserIdentity is_gift_giver_of_anchor is_subscriber_of_anchor is_mutual_following_with_anchor
UserIdentity is_follower_of_anchor is_moderator_of_anchor is_anchor
BadgeStruct display_type priority_type scene_type position display_status display privilege_log_extra text str
BadgeStruct combine
PrivilegeLogExtra level:level
TextBadge key:key default_pattern:words
StringBadge str:words
CombineBadgeStruct text str:words
BadgeText key:key default_pattern:words
Text key:key default_pattern:words pieces
TextPiece type string_value:words user_value gift_value pattern_ref_value
TextPieceUser user with_colon
TextPieceGift gift_id name_ref
TextPiecePatternRef key:key default_pattern:words
PatternRef key:key default_pattern:words

WebcastChatMessage common user content:words content_language:key user_identity emotes at_user mention_users
EmoteWithIndex index emote
EmoteModel emote_id:thing emote_type
WebcastEmoteChatMessage common user emote_list user_identity
WebcastLikeMessage common user count total
WebcastMemberMessage common user operator member_count enter_type action client_enter_source:key
WebcastMemberMessage client_enter_type:key client_live_reason:key
WebcastSocialMessage common user action follow_count share_count share_type
WebcastRoomUserSeqMessage common ranks total popularity total_user anonymous
Contributor score user rank delta
WebcastUnauthorizedMemberMessage common action nick_name_prefix nick_name:words enter_text

WebcastGiftMessage common gift_id repeat_count combo_count group_count user to_user repeat_end gift
WebcastGiftMessage group_id:thing
WebcastGiftMessage user_identity monitor_info order_id:thing to_member_id:person to_member_id_int:person
WebcastGiftMessage to_member_nickname:words
Gift id type diamond_count combo name:words
GiftMonitorInfo anchor_id:person to_user_id:person
WebcastSubNotifyMessage common user exhibition_type sub_month subscribe_type old_subscribe_status message_type
WebcastSubNotifyMessage subscribing_status gift_source
WebcastEnvelopeMessage common envelope_info display
MessageRedEnvelopInfo envelope_id:thing business_type diamond_count people_count unpack_at send_user_id:person
MessageRedEnvelopInfo send_user_name:name
WebcastGoalUpdateMessage common goal contributor_id:person contributor_display_id:handle contribute_subgoal
WebcastGoalUpdateMessage contribute_count contribute_score
LiveStreamGoal id:thing type status sub_goals description:words start_time expire_time
LiveStreamSubGoal id:thing type progress target gift
LiveStreamSubGoalGift name:words diamond_count type

WebcastLinkMicBattle common battle_id:thing battle_settings action battle_result:person armies anchors_info
WebcastLinkMicBattle battle_combo_v2:person team_member action_by_user_id:person team_battle_result
WebcastLinkMicBattle team_armies
BattleSetting battle_id:thing start_time_ms duration status battle_type extra_duration_second end_time_ms
BattleResult user_id:person result score
UserArmiesWrapper key:person value
BattleUserArmies user_armies hostscore
BattleUserArmy user_id:person nickname:name score
BattleUserInfoWrapper key:person value
BattleUserInfo user
BattleBaseUserInfo user_id:person nick_name:name display_id:handle
BattleComboInfo combo_count
TeamUsersInfo team_id:thing user_id:person
BattleTeamResult team_id:thing team_user result total_score
BattleTeamUser user_id:person score
BattleTeamUserArmies team_id:thing team_user team_total_score user_armies
WebcastLinkMicArmies common battle_id:thing armies:person from_user_id:person gift_id gift_count
WebcastLinkMicArmies trigger_reason
WebcastLinkMicArmies total_diamond_count repeat_count team_armies trigger_critical_strike battle_settings
WebcastLinkMicBattlePunishFinish common battle_id:thing op_uid:person reason battle_settings
WebcastLinkmicBattleTaskMessage common battle_id:thing task_message_type start task_update task_settle
BattleTaskStart battle_bonus_config
BattleBonusConfig target_config reward_config
TaskPeriodConfig duration progress_target
RewardPeriodConfig duration reward_multiple
BattleTaskUpdate progress from_user_id:person
BattleTaskSettle result

WebcastQuestionNewMessage common data
Question question_id:thing content:words answer_status create_time user
WebcastPollMessage common message_type poll_id:thing start_content end_content update_votes_content poll_kind
PollStartContent start_time end_time option_list title:words operator
PollEndContent end_type option_list operator
PollUpdateVotesContent option_list operator
PollOptionInfo votes display_content:words option_idx
WebcastControlMessage common action tips:words
WebcastImDeleteMessage common delete_msg_ids:thing delete_user_ids:person
WebcastRoomMessage common content:words scene:key source
WebcastRoomPinMessage common chat_message method:key pin_time operator action display_duration
WebcastRoomPinMessage pin_msg_id:thing
WebcastLiveIntroMessage common id:thing content:words user
WebcastRankUpdateMessage common updates group_type
RankUpdate rank_type own_rank default_content countdown
WebcastRankTextMessage common scene owner_idx_before_update owner_idx_after_update cur_user_id:person content
WebcastBarrageMessage common msg_type content common_barrage_content user user_grade_param fans_level_param
BarrageTypeUserGradeParam current_grade user
BarrageTypeFansLevelParam current_grade user
WebcastCaptionMessage common timestamp_ms duration_ms content definite
CaptionContent lang:key content:words
"""


def _read_rows(rows: str) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for kind, *kept in filter(None, map(str.split, rows.splitlines())):
        parts = (one.partition(":") for one in kept)
        found.setdefault(kind, {}).update({name: treatment for name, _, treatment in parts})
    return found


STAYS = _read_rows(_ROWS)
