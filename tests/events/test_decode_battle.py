import pytest

from app.events import Battle, BattleCard
from tests.reference import webcast as w

from .wires import event_of

US, THEM = 20, 10


def army(score, *rows):
    return w.BattleUserArmies(
        hostscore=score, user_armies=[w.BattleUserArmy(user_id=user, score=points) for user, points in rows]
    )


def results(us, them):
    return {
        US: w.BattleResult(user_id=US, result=us, score=9),
        THEM: w.BattleResult(user_id=THEM, result=them, score=3),
    }


@pytest.mark.parametrize(
    ("action", "status", "phase"),
    [
        (1, 0, "invited"),
        (2, 0, "cancelled"),
        (3, 0, "cancelled"),
        (7, 0, "preparing"),
        (4, 1, "active"),
        (5, 2, "ended"),
        (5, 3, "punishment"),
        (6, 0, "ended"),
        (0, 4, "done"),
        (0, 0, "unknown"),
        (99, 0, "unknown"),
    ],
)
def test_phase_is_the_further_of_action_and_status(action, status, phase):
    event = event_of(w.WebcastLinkMicBattle(action=action, battle_settings=w.BattleSetting(status=status)))
    assert (event.phase, event.action) == (phase, action)


@pytest.mark.parametrize(
    ("trigger", "status", "phase"), [(1, 0, "active"), (2, 0, "ended"), (2, 1, "ended"), (4, 3, "punishment")]
)
def test_phase_of_scores(trigger, status, phase):
    body = w.WebcastLinkMicArmies(trigger_reason=trigger, battle_settings=w.BattleSetting(status=status))
    assert event_of(body).phase == phase


def test_an_opening_names_the_hosts_and_tells_no_score():
    host = w.BattleBaseUserInfo(user_id=US, nick_name="Us", display_id="us")
    body = w.WebcastLinkMicBattle(
        battle_id=5,
        action=4,
        anchors_info=[w.BattleUserInfoWrapper(key=US, value=w.BattleUserInfo(user=host))],
        battle_settings=w.BattleSetting(start_time_ms=1000, duration=301),
    )
    event = event_of(body)
    assert isinstance(event, Battle)
    assert (event.battle_id, event.start_ms, event.duration_s, event.end_ms) == (5, 1000, 301, 0)
    assert [(side.host_id, side.host.nickname, side.score) for side in event.sides] == [(US, "Us", None)]


def test_scores_and_contributors_by_host():
    body = w.WebcastLinkMicArmies(armies={US: army(18, (1, 3), (2, 15)), THEM: army(3)}, trigger_reason=1)
    sides = {side.host_id: side for side in event_of(body).sides}
    assert (sides[US].score, sides[THEM].score) == (18, 3)
    assert [(row.user.id, row.score) for row in sides[US].contributors] == [(2, 15), (1, 3)]


def test_outcomes_of_a_finish():
    body = w.WebcastLinkMicBattle(action=5, battle_result=results(0, 1))
    assert {side.host_id: side.outcome for side in event_of(body).sides} == {US: "win", THEM: "lose"}


def test_no_outcome_before_the_end():
    """0 is a win and also what an absent result reads as."""
    body = w.WebcastLinkMicBattle(action=4, battle_result=results(0, 0))
    assert {side.outcome for side in event_of(body).sides} == {""}


def test_teams_are_the_sides_of_a_team_battle():
    teams = [
        w.BattleTeamUserArmies(
            team_id=1,
            team_total_score=9,
            team_user=[w.BattleTeamUser(user_id=30), w.BattleTeamUser(user_id=20)],
            user_armies=army(9, (1, 9)),
        ),
        w.BattleTeamUserArmies(team_id=2, team_total_score=3, team_user=[w.BattleTeamUser(user_id=40)]),
    ]
    body = w.WebcastLinkMicBattle(
        action=5,
        team_armies=teams,
        armies=[w.UserArmiesWrapper(key=30, value=army(9))],
        team_battle_result=[w.BattleTeamResult(team_id=1, result=0), w.BattleTeamResult(team_id=2, result=1)],
    )
    sides = event_of(body).sides
    assert [(side.team_id, side.host_id, side.members, side.score, side.outcome) for side in sides] == [
        (1, 20, (20, 30), 9, "win"),
        (2, 40, (40,), 3, "lose"),
    ]


def test_hosts_of_a_team_battle_are_no_sides_of_their_own():
    body = w.WebcastLinkMicBattle(
        action=4,
        battle_settings=w.BattleSetting(battle_type=2),
        anchors_info=[w.BattleUserInfoWrapper(key=US, value=w.BattleUserInfo())],
        team_member=[w.TeamUsersInfo(team_id=1, user_id=[US, THEM])],
    )
    assert [(side.team_id, side.members) for side in event_of(body).sides] == [(1, (THEM, US))]


@pytest.mark.parametrize(("reason", "cut_short"), [(0, False), (1, True)])
def test_the_punishment_ends(reason, cut_short):
    event = event_of(w.WebcastLinkMicBattlePunishFinish(battle_id=5, reason=reason, op_uid=US))
    assert (event.battle_id, event.phase) == (5, "done")
    assert (event.cut_short, event.by_user_id) == (cut_short, US)


@pytest.mark.parametrize(("action", "cut_short"), [(5, False), (6, True)])
def test_a_battle_may_be_cut_short(action, cut_short):
    event = event_of(w.WebcastLinkMicBattle(action=action, action_by_user_id=US))
    assert (event.cut_short, event.by_user_id) == (cut_short, US)


def test_the_kind_of_a_battle():
    body = w.WebcastLinkMicBattle(battle_settings=w.BattleSetting(battle_type=2))
    assert event_of(body).kind == "team_battle"


def test_a_host_may_have_won_several_in_a_row():
    streak = {US: w.BattleComboInfo(user_id=US, combo_count=14)}
    body = w.WebcastLinkMicBattle(action=5, battle_result=results(0, 1), battle_combo_v2=streak)
    assert {side.host_id: side.win_streak for side in event_of(body).sides} == {US: 14, THEM: 0}


def test_a_glove_strikes():
    event = event_of(w.WebcastLinkMicArmies(from_user_id=7, trigger_critical_strike=True))
    assert (event.critical, event.by_user_id) == (True, 7)


def test_the_effect_of_a_card_begins_when_it_was_shown():
    info = w.CriticalStrikeCardInfo(send_time_sec=1000, effect_time_sec=1003, effect_last_duration=30)
    card = w.UseCriticalStrikeCard(card_info=info)
    event = event_of(w.WebcastLinkMicBattleItemCard(msg_type=2, use_critical_strike_card=card))
    assert event.ends_ms == 1_033_000


def test_glove():
    info = w.CriticalStrikeCardInfo(
        multiple=5,
        send_time_sec=1000,
        effect_last_duration=30,
        send_user=w.BattleUserInfo(user=w.BattleBaseUserInfo(user_id=1, nick_name="Ann")),
    )
    body = w.WebcastLinkMicBattleItemCard(
        battle_id=5,
        msg_type=2,
        use_critical_strike_card=w.UseCriticalStrikeCard(card_info=info, anchor_id=US),
    )
    event = event_of(body)
    assert isinstance(event, BattleCard)
    assert (event.card, event.multiplier, event.ends_ms) == ("use_critical_strike_card", 5, 1_030_000)
    assert (event.user.nickname, event.host_id) == ("Ann", US)


@pytest.mark.parametrize(
    ("msg_type", "name", "card", "info", "multiplier"),
    [
        (10, "use_top2_card", w.UseTop2Card, w.Top2CardInfo, 2),
        (11, "use_top3_card", w.UseTop3Card, w.Top3CardInfo, 3),
    ],
)
def test_boosters(msg_type, name, card, info, multiplier):
    common = w.CommonCardInfo(send_time_sec=10, effect_last_duration=5)
    body = w.WebcastLinkMicBattleItemCard(msg_type=msg_type, **{name: card(card_info=info(common=common))})
    event = event_of(body)
    assert (event.multiplier, event.ends_ms) == (multiplier, 15_000)


def test_a_card_that_only_tells_how_long_it_lasts_ends_nowhere():
    info = w.CriticalStrikeCardInfo(effect_last_duration=30)
    card = w.UseCriticalStrikeCard(card_info=info)
    event = event_of(w.WebcastLinkMicBattleItemCard(msg_type=2, use_critical_strike_card=card))
    assert event.ends_ms == 0


@pytest.mark.parametrize("msg_type", range(14))
def test_every_card_is_read(msg_type):
    assert isinstance(event_of(w.WebcastLinkMicBattleItemCard(msg_type=msg_type)), BattleCard)


def test_a_card_whose_number_has_no_name_is_named_by_its_body():
    info = w.MusicCardInfo(common=w.CommonCardInfo(send_time_sec=10, effect_last_duration=5))
    body = w.UseMusicCard(card_info=info, anchor_id=US, display_content=w.Text(default_pattern="Music!"))
    event = event_of(w.WebcastLinkMicBattleItemCard(msg_type=13, use_music_card=body))
    assert (event.card, event.host_id, event.text) == ("use_music_card", US, "Music!")
    assert event.ends_ms == 15_000


@pytest.mark.parametrize(
    ("told_ms", "extra_s", "end_ms"), [(0, 0, 0), (0, 30, 331_000), (400_000, 30, 400_000)]
)
def test_extra_time_moves_the_end_unless_the_end_itself_is_told(told_ms, extra_s, end_ms):
    settings = w.BattleSetting(
        start_time_ms=1_000, duration=300, extra_duration_second=extra_s, end_time_ms=told_ms
    )
    assert event_of(w.WebcastLinkMicArmies(battle_settings=settings)).end_ms == end_ms
