<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** How our documents were seen at Sellsy last, and which of them may have changed since. */
interface SeenDocuments {

	/** Nothing was made yet: there is nothing to look at. */
	public function is_empty(): bool;

	/**
	 * They may have changed: they are to be read. Those that are none of ours cost nothing.
	 *
	 * @param list<int> $ids
	 * @return int how many of them are ours; those that were said to have changed at the same moment may be left out.
	 */
	public function hint( DocumentKind $kind, array $ids, \DateTimeImmutable $at ): int;

	/** @return list<SeenDocument> that may have changed; the longest known first. */
	public function hinted( int $limit ): array;

	/**
	 * Those of a round that nobody has seen since then, and that wait for no reading.
	 *
	 * @return list<SeenDocument>
	 */
	public function unseen(
		DocumentKind $kind,
		Round $round,
		\DateTimeImmutable $since,
		\DateTimeImmutable $now,
		int $limit
	): array;

	/**
	 * @param list<int> $ids
	 * @return array<int, SeenDocument> ours among them, by id.
	 */
	public function among( DocumentKind $kind, array $ids ): array;

	/**
	 * @param list<int> $task_ids
	 * @return array<int, SeenDocument> what these tasks made, by their ids.
	 */
	public function of_tasks( array $task_ids ): array;

	/**
	 * They were seen as they are known.
	 *
	 * @param list<SeenDocument> $documents
	 */
	public function same( array $documents, \DateTimeImmutable $at ): void;

	/**
	 * Many were seen at once, each as it says: one write. What somebody else has seen in another state meanwhile, or
	 * was hinted at, stays so.
	 *
	 * @param list<array{SeenDocument, string, int|null}> $seen as it was, its status and what is due now.
	 */
	public function keep_all( array $seen, \DateTimeImmutable $at ): void;

	/**
	 * It was seen in another state. A hint that came since it was read as `$was` stays.
	 *
	 * @return bool false: somebody else has seen it meanwhile, and theirs stays.
	 */
	public function keep( SeenDocument $was, string $status, ?int $due, \DateTimeImmutable $at ): bool;
}
