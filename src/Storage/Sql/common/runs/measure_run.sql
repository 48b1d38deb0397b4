-- RankingStore, once a night, when all of it is done. One seek.
UPDATE runs SET steps = @Steps, manifest = @Manifest WHERE run_id = @Id
