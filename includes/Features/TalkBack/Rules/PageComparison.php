<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\OrderBook\OwnStates;
use OrderInvoicer\Domain\Payments\MoneyOnInvoice;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Domain\Seen\SeenDocuments;

/**
 * A page of Sellsy's documents beside what was seen of ours last. What is the same is only marked; what a person should
 * hear of is read once more by itself, with its payments.
 *
 * @assumes status-of-list
 */
final class PageComparison {

	public function __construct(
		private readonly SeenDocuments $seen,
		private readonly Ledger $ledger,
		private readonly OwnPayments $own,
		private readonly MoneyOnInvoice $money,
	) {}

	/**
	 * @param list<ListedDocument>    $listed with their documents.
	 * @param \DateTimeImmutable|null $since  when the first look at Sellsy was.
	 * @param int                     $room   so many may be read by themselves; the others stay unseen in this round.
	 */
	public function compare(
		DocumentKind $kind,
		array $listed,
		?\DateTimeImmutable $since,
		\DateTimeImmutable $asked_at,
		int $room
	): void {
		$ours    = $this->seen->among( $kind, array_column( $listed, 'id' ) );
		$seen    = [];
		$changed = [];
		$known   = [];
		foreach ( $listed as $one ) {
			$was      = $ours[ $one->id ] ?? null;
			$document = $one->document;
			if ( $was === null || $document === null || $was->hinted_at !== null || ! $was->may_be( $document ) ) {
				continue; // None of ours, or it is read by itself anyway.
			}
			$due      = self::due( $document, $was );
			$total    = $document->minor( $document->amounts->incl_tax );
			$is_known = $was->is_known( $since, $asked_at );
			$noticed  = $is_known ? $was->noticed( $document->status, $due, $total ) : [];
			$is_news  = $noticed !== []
				&& ! ( $noticed === [ Noticed::Paid ] && $this->we_were_paid( $was, $document ) );
			$is_more  = $was->owes_more( $due );
			$is_over  = $document->is_cancelled() && $this->is_taken_for_standing( $was );
			if ( $is_news || $is_over || ( $is_known && $is_more ) ) {
				$changed[] = $one->id;
			} else {
				$seen[ $one->id ] = [ $was, $document->status, $due ];
				$known            = $is_known ? [ ...$known, [ $was, $document, $due ] ] : $known;
			}
		}
		$without = $this->own->without_effect( $known );
		$changed = [ ...$changed, ...$without ];
		$seen    = array_values( array_diff_key( $seen, array_flip( $without ) ) );
		$this->seen->keep_all( $seen, $asked_at );
		$this->seen->hint( $kind, array_slice( $changed, 0, $room ), $asked_at );
	}

	/** It was cancelled, and its row knows nothing of that: a release before took it for done. */
	private function is_taken_for_standing( SeenDocument $was ): bool {
		$row = $this->ledger->find( $was->task_id );
		return $row?->has_document() === true
			&& ! $row->is_under_way()
			&& ! OwnStates::has_set(
				$row,
				$this->ledger->for_order( $row->key->order_id ),
				RemoteDocument::CANCELLED
			);
	}

	/** The order was paid in the shop, and its payment recorded by us: its invoice became paid by that. */
	public function we_were_paid( SeenDocument $was, ?RemoteDocument $document = null ): bool {
		$row = $this->ledger->find( $was->task_id );
		if ( $row === null || $this->own->of_orders( [ $row->key->order_id ] ) === [] ) {
			return false;
		}
		if ( $document !== null ) {
			$this->money->paid( $row, $document );
		}
		return true;
	}

	/** What a draft leaves to be paid means nothing. */
	private static function due( RemoteDocument $document, SeenDocument $was ): ?int {
		return $document->is_draft() && $document->kind->is_validated()
			? null
			: $document->minor( $document->due ) ?? $was->due;
	}
}
