from app.bench.rounds import LEAST_ROUNDS, measure_best_us


def test_every_way_is_run_in_turn_and_the_first_round_is_for_warming():
    told = []
    probes = {name: lambda turn, name=name: [(told.append, (name, turn))] for name in "ab"}
    best, rounds = measure_best_us(probes, 0)
    assert told == [(name, turn) for turn in range(LEAST_ROUNDS + 1) for name in "ab"]
    assert (set(best), rounds) == ({"a", "b"}, LEAST_ROUNDS)
    assert all(us > 0 for us in best.values())
