<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** What the look at open drafts asks of the ledger. */
interface OpenDrafts {

	/**
	 * @return list<Task> done rows whose document is a draft, not looked at since that moment; longest not seen first.
	 */
	public function open_drafts( DocumentKind $kind, \DateTimeImmutable $not_seen_since, int $limit ): array;

	/** @return list<Task> drafts that a person is to delete, not looked at since then; longest not seen first. */
	public function drafts_to_delete( \DateTimeImmutable $not_seen_since, int $limit ): array;

	/**
	 * Many drafts were seen at once, each as the ledger knows it. What has changed here meanwhile stays as it is.
	 *
	 * @param list<Task> $drafts done rows.
	 */
	public function seen_as_drafts( array $drafts, \DateTimeImmutable $at ): void;

	/**
	 * @param string    $remote_type a kind of document, or a payment.
	 * @param list<int> $remote_ids
	 * @return list<Task> rows that hold one of these.
	 */
	public function holding( string $remote_type, array $remote_ids ): array;
}
