"""Features of a season's player-games from earlier games only, as a script of the usual kind has them.

usage: features.py PLAYER_GAMES.csv.gz SEASON OUT.csv

Standard library only. Prints how many rows and features it wrote.
"""

import csv
import gzip
import sys
from collections import defaultdict
from datetime import date
from statistics import mean, median, stdev

STATS = {
    "points": lambda row: int(row["points"]),
    "rebounds": lambda row: int(row["rebounds"]),
    "assists": lambda row: int(row["assists"]),
    "pra": lambda row: int(row["points"]) + int(row["rebounds"]) + int(row["assists"]),
    "minutes": lambda row: float(row["minutes"]),
    "shots": lambda row: int(row["fga"]),
    "free_throws": lambda row: int(row["fta"]),
    "threes": lambda row: int(row["fg3a"]),
    "turnovers": lambda row: int(row["turnovers"]),
    "use": lambda row: int(row["fga"]) + 0.44 * int(row["fta"]) + int(row["turnovers"]),
}
DECAYS = {"fast": 0.80, "exponential": 0.90, "slow": 0.97}


def decayed(values, decay):
    total = weights = 0.0
    for value in values:
        total = total * decay + value
        weights = weights * decay + 1
    return total / weights


def slope(values):
    middle = (len(values) - 1) / 2
    squares = sum((i - middle) ** 2 for i in range(len(values)))
    return sum((i - middle) * value for i, value in enumerate(values)) / squares


def features(history, slate):
    row = {"games_season": len(history["days"])}
    row["games_last_7_days"] = sum(1 for day in history["days"] if (slate - day).days <= 7)
    row["games_last_14_days"] = sum(1 for day in history["days"] if (slate - day).days <= 14)
    if not history["days"]:
        return row
    row["days_rest"] = (slate - history["days"][-1]).days
    for stat in STATS:
        values = history[stat]
        row[f"{stat}_last_game"] = values[-1]
        for games in (2, 3, 5, 10):
            row[f"{stat}_mean_last_{games}"] = mean(values[-games:])
        row[f"{stat}_mean_season"] = mean(values)
        row[f"{stat}_median_last_20"] = median(values[-20:])
        for name, decay in DECAYS.items():
            row[f"{stat}_mean_{name}"] = decayed(values, decay)
        if len(values) > 1:
            row[f"{stat}_sd_last_10"] = stdev(values[-10:])
            row[f"{stat}_slope_last_10"] = slope(values[-10:])
    return row


def main(games_file, season, out_file):
    with gzip.open(games_file, "rt", newline="", encoding="utf-8") as file:
        games = [row for row in csv.DictReader(file) if row["season"] == season]
    games.sort(key=lambda row: (row["date"], row["game_id"]))
    histories = defaultdict(lambda: defaultdict(list))
    rows = []
    slate = []
    for position, game in enumerate(games):
        day = date.fromisoformat(game["date"])
        rows.append(
            {"game_id": game["game_id"], "player": game["player_id"]}
            | features(histories[game["player_id"]], day)
        )
        slate.append(game)
        # A slate's games are known only to later slates.
        if position + 1 == len(games) or games[position + 1]["date"] != game["date"]:
            for played in slate:
                history = histories[played["player_id"]]
                history["days"].append(day)
                for stat, figure in STATS.items():
                    history[stat].append(figure(played))
            slate = []
    names = sorted({name for row in rows for name in row})
    with open(out_file, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows, {len(names) - 2} features")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
