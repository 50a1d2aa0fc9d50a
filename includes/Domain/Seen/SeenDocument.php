<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;

/** One of our documents as it was seen at Sellsy last. */
final class SeenDocument {

	/**
	 * @param int                     $task_id   of the task that made it.
	 * @param \DateTimeImmutable|null $made_at   here.
	 * @param string                  $status    Sellsy's own word; empty before the first look.
	 * @param int|null                $due       minor units that were left to be paid; null where nobody said.
	 * @param \DateTimeImmutable|null $hinted_at when it was said that it may have changed; null: it was read since.
	 * @param \DateTimeImmutable|null $seen_at   null before the first look.
	 * @param string                  $number    as it is known here; empty while it has none.
	 */
	public function __construct(
		public readonly int $task_id,
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly ?\DateTimeImmutable $made_at,
		public readonly string $status,
		public readonly ?int $due,
		public readonly ?\DateTimeImmutable $hinted_at = null,
		public readonly ?\DateTimeImmutable $seen_at = null,
		public readonly string $number = '',
	) {}

	/**
	 * What a person should hear of, between then and now.
	 *
	 * @param string   $status Sellsy's own word, now.
	 * @param int|null $due    minor units that are left to be paid, now; null where Sellsy did not say.
	 * @param int|null $total  TTC, minor units: so much was due where nobody has seen the document since it was made.
	 * @return list<Noticed>
	 */
	public function noticed( string $status, ?int $due, ?int $total ): array {
		$was_due = $this->due ?? $total;
		$is_less = $due !== null && $was_due !== null && $due < $was_due;
		$is_back = $this->status === RemoteDocument::CANCELLED && $status !== RemoteDocument::CANCELLED;
		$noticed = [
			$is_back ? Noticed::Reinstated : null,
			$status === $this->status ? null : Noticed::of_status( $this->kind, $status ),
			$is_less ? ( $due <= 0 ? Noticed::Paid : Noticed::PartPaid ) : null,
		];
		return array_values( array_filter( $noticed ) );
	}

	/** Somebody took something off that was set against it. */
	public function owes_more( ?int $due ): bool {
		return $this->kind->is_validated() && $this->due !== null && $due > $this->due;
	}

	/**
	 * Whether a difference is news. What became of a document before anybody looked at this account is none: it may not
	 * even be of this account. Nor is what became of an old proforma before it was looked at: the owner switches that
	 * on some day.
	 *
	 * @param \DateTimeImmutable|null $looked_since when the first look at this account was.
	 */
	public function is_known( ?\DateTimeImmutable $looked_since, \DateTimeImmutable $now ): bool {
		if ( $looked_since === null ) {
			return false;
		}
		$is_old = $this->kind === DocumentKind::Proforma && $this->made_at < $now->modify( Round::FRESH_FOR );
		return ( $this->made_at >= $looked_since && ! $is_old )
			|| ( $this->status !== '' && $this->seen_at >= $looked_since );
	}

	/** Another account may hold another document under the same id. */
	public function may_be( RemoteDocument $document ): bool {
		return $this->number === '' || $document->number === '' || $this->number === $document->number;
	}
}
