/**
 * Numbers from hashes of the row, so that every run has the same log: 25 events a user in visits of 8, spread over
 * 90 days. As in a shop, of ten visits six look at a product, and each further step keeps about a half of those
 * who did the one before; the other events of a visit are not of the funnel.
 */
export const buildLogSql = (rows: number) => `SELECT
  printf('u%07d', (hash(visit, 1) % ${Math.ceil(rows / 25)})::BIGINT) AS user_id,
  CASE
    WHEN place = 1 AND depth < 600 THEN 'view'
    WHEN place = 3 AND depth < 300 THEN 'cart'
    WHEN place = 5 AND depth < 150 THEN 'order'
    WHEN place = 6 AND depth < 80 THEN 'pay'
    ELSE ['visit', 'search', 'like', 'share', 'view'][1 + (hash(i, 2) % 41)::INTEGER // 10]
  END AS event,
  TIMESTAMPTZ '2026-03-02 00:00:00+08' + to_microseconds((hash(visit, 3) % 7776000)::BIGINT * 1000000 + place * 97000000 + (hash(i, 4) % 60000000)::BIGINT) AS ts
FROM (SELECT i, i // 8 AS visit, i % 8 AS place, (hash(i // 8, 5) % 1000)::INTEGER AS depth FROM range(${rows}) AS numbers(i))`;
