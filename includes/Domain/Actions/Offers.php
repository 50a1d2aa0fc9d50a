<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\LostDocuments;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * What may be done for an order and with each of its rows. Whoever shows it asks here (the order box, the list of
 * orders and its menus, bulk acts, REST, WP-CLI), and so does the act itself (`FreshOffers`): what is offered is what
 * is accepted.
 */
final class Offers {

	/**
	 * @param string|null           $status of the order, without the `wc-` prefix; null where it is not known.
	 * @param list<Task>            $rows   of the order, newest revision last; none where they are not known.
	 * @param array<string, string> $urls   by kind: documents that the order's metas name.
	 * @param bool                  $is_erased the buyer's personal data was.
	 */
	public function __construct(
		private readonly ?string $status = null,
		private readonly array $rows = [],
		private readonly array $urls = [],
		private readonly bool $is_erased = false,
	) {}

	/** @return list<Offer> the likeliest first, those among them that something stands in the way of. */
	public function of_row( Task $task ): array {
		$offers = array_map( fn ( RowAct $act ): ?Offer => $this->offer( $act, $task ), RowAct::cases() );
		return array_values( array_filter( $offers ) );
	}

	/** Null: the row asks for nothing of the kind. */
	public function offer( RowAct $act, Task $task ): ?Offer {
		return RowActs::are_about( $act, $task ) ? new Offer( $act, $task, $this->obstacle( $act, $task ) ) : null;
	}

	public function accepts( RowAct $act, Task $task ): bool {
		return RowActs::are_about( $act, $task ) && $this->obstacle( $act, $task ) === null;
	}

	/** A document of this kind, whatever trigger and start date say; never a second one. */
	public function make( DocumentKind $kind ): Offer {
		$rows   = $this->rows_of( Effect::create( $kind ) );
		$newest = $rows === [] ? null : $rows[ count( $rows ) - 1 ];
		return new Offer(
			act: RowAct::MakeNow,
			task: $newest,
			why_not: $this->not_made( $kind, $rows ),
			is_needed: match ( $newest?->state ) {
				null, TaskState::Skipped => true,
				TaskState::Queued        => $newest->problem === null || RowActs::may_be_retried( $newest ),
				default                  => false,
			}
		);
	}

	/**
	 * Credit notes belong to refunds. An invoice may always be asked for, the others while they are switched on, and
	 * what was left out because its kind was switched off meanwhile; none in whose place the final invoice stands.
	 *
	 * @return list<DocumentKind>
	 */
	public function kinds( Settings $settings ): array {
		$is_final = static fn ( Task $row ): bool => $row->remote_number !== '' || $row->is_by_hand();
		$final    = array_values( array_filter( $this->rows, $is_final ) );
		$offered  = function ( DocumentKind $kind ) use ( $settings, $final ): bool {
			$rows = $this->rows_of( Effect::create( $kind ) );
			// One that is still to be made has its only button here.
			return LostDocuments::is_overtaken( $kind, $final )
				? self::any( $rows, static fn ( Task $row ): bool => $row->is_under_way() )
				: $kind === DocumentKind::Invoice || $settings->workflow( $kind )->enabled || $rows !== [];
		};
		return array_values( array_filter( DocumentKind::of_orders(), $offered ) );
	}

	/** @return array<string, string> addresses by kind: what somebody else made is never made again. */
	public function elsewhere(): array {
		$is_ours = fn ( string $kind ): bool => self::any(
			$this->rows_of( Effect::create( DocumentKind::from( $kind ) ) ),
			static fn ( Task $task ): bool => $task->was_begun()
		);
		return array_filter(
			$this->urls,
			static fn ( string $url, string $kind ): bool => $url !== '' && ! $is_ours( $kind ),
			ARRAY_FILTER_USE_BOTH
		);
	}

	/** The newest invoice, whether it was made or not. */
	public function newest_invoice(): ?Task {
		$invoices = $this->rows_of( Effect::CreateInvoice );
		return $invoices === [] ? null : $invoices[ count( $invoices ) - 1 ];
	}

	/** The newest, where it is final: it can be credited and issued anew. A draft is changed instead. */
	public function final_invoice(): ?Task {
		$newest = $this->newest_invoice();
		return $newest?->has_document() === true && $newest->remote_number !== '' ? $newest : null;
	}

	/**
	 * What a row is about whose credit note a person made by hand. For a refund, the newest invoice: where its own was
	 * issued anew, that was credited in full, and the person's credit note is the new one's.
	 */
	public function parent_by_hand( Task $task ): ?Task {
		$parent = array_column( $this->rows, null, 'id' )[ $task->parent_id ] ?? null;
		foreach ( self::is_of_refund( $task ) ? $this->rows_of( Effect::CreateInvoice ) : [] as $invoice ) {
			$parent = $invoice->has_document() || $invoice->is_by_hand() ? $invoice : $parent;
		}
		return $parent;
	}

	private function obstacle( RowAct $act, Task $task ): ?WhyNot {
		$kind = $task->key->effect->creates() ?? DocumentKind::Invoice;
		return match ( $act ) {
			RowAct::AcceptCompany => $this->is_sale() ? null : WhyNot::NoSale,
			RowAct::MakeNow       =>
				$this->not_made( $kind, $this->rows === [] ? [ $task ] : $this->rows_of( $task->key->effect ) ),
			RowAct::Retry         => $task->rests( Outcome::Linking ) ? WhyNot::UnderWay : null,
			RowAct::LeaveOut      => $this->is_awaited( $task ) ? WhyNot::Awaited : null,
			RowAct::DoneByHand    => $this->not_credited_by_hand( $task ),
			RowAct::Reissue       => match ( true ) {
				$this->is_erased => WhyNot::Erased,
				$this->rows === [] || $this->is_of_final_invoice( $task ) => null,
				default => WhyNot::Replaced,
			},
			RowAct::Unlink        => $this->any_below( $task, self::keeps_its_parent( ... ) ) ? WhyNot::Kept : null,
			RowAct::Finalise      => match ( true ) {
				$kind === DocumentKind::Invoice && ! $this->is_sale() => WhyNot::NoSale,
				$this->any_below( $task, self::makes_it_final( ... ) ) => WhyNot::UnderWay,
				default => null,
			},
			default               => null,
		};
	}

	/** @param list<Task> $rows of this kind, newest revision last. */
	private function not_made( DocumentKind $kind, array $rows ): ?WhyNot {
		$newest = $rows === [] ? null : $rows[ count( $rows ) - 1 ];
		return match ( true ) {
			$newest !== null && ( $newest->key->revision > 0 || $newest->state === TaskState::Done ) => WhyNot::Made,
			$newest?->state === TaskState::Working,
			$newest?->rests( Outcome::Linking ) === true   => WhyNot::UnderWay,
			isset( $this->elsewhere()[ $kind->value ] )    => WhyNot::Elsewhere,
			// A draft of one that waits, stopped or was left out is brought up to date.
			$this->is_sale()                               => null,
			default => $newest?->has_document() === true ? WhyNot::Made : WhyNot::NoSale,
		};
	}

	private function not_credited_by_hand( Task $task ): ?WhyNot {
		$invoice  = $task->key->effect === Effect::CreateCreditNote ? $this->parent_by_hand( $task ) : null;
		$is_whole = static fn ( Task $other ): bool => $invoice !== null
			&& ! $other->is_by_hand()
			&& (
				CreditNoteTasks::takes_all( $other, $invoice->id )
				|| (
					$other->state === TaskState::Working
					&& $other->key->effect === Effect::CreateCreditNote
					&& $other->key->refund_id === 0
					&& $other->parent_id === $invoice->id
				)
			);
		return match ( true ) {
			$invoice === null => null,
			$invoice->has_document() && $invoice->remote_number === '' => WhyNot::IsDraft,
			self::is_of_refund( $task ) && self::any( $this->rows, $is_whole ) => WhyNot::AllCredited,
			default => null,
		};
	}

	/** An invoice is issued anew once all that is left of the one before is credited. */
	private function is_awaited( Task $task ): bool {
		return $task->key->effect === Effect::CreateCreditNote
			&& $task->key->refund_id === 0
			&& self::any(
				$this->rows,
				static fn ( Task $other ): bool => $other->key->is( $task->key->replacing_invoice() )
			);
	}

	/** The row, or the invoice of its credit note. */
	private function is_of_final_invoice( Task $task ): bool {
		$invoice = $this->final_invoice();
		return $invoice !== null && in_array( $invoice->id, [ $task->id, $task->parent_id ], true );
	}

	private function is_sale(): bool {
		return $this->status === null || WorkflowSelector::may_be_asked_for( $this->status );
	}

	/** @return list<Task> */
	private function rows_of( Effect $effect ): array {
		return array_values(
			array_filter( $this->rows, static fn ( Task $task ): bool => $task->key->effect === $effect )
		);
	}

	/** @param \Closure( Task ): bool $is_it */
	private function any_below( Task $parent, \Closure $is_it ): bool {
		return self::any(
			$this->rows,
			static fn ( Task $one ): bool => $one->parent_id === $parent->id && $is_it( $one )
		);
	}

	private static function is_of_refund( Task $task ): bool {
		return $task->key->effect === Effect::CreateCreditNote && $task->key->refund_id > 0;
	}

	/** A person has asked for it, and it goes on by itself. */
	private static function makes_it_final( Task $task ): bool {
		return $task->key->effect->makes_final() && $task->asked && $task->is_under_way();
	}

	/** Another document was made of it, something is under way, or nobody knows what came of a request. */
	private static function keeps_its_parent( Task $child ): bool {
		return $child->is_under_way()
			|| ( $child->key->effect->creates() !== null && $child->was_begun() )
			|| ( $child->state === TaskState::Attention && ! $child->was_at_sellsy() && $child->sent_at !== null );
	}

	/**
	 * @param list<Task>              $rows
	 * @param \Closure( Task ): bool $is_it
	 */
	private static function any( array $rows, \Closure $is_it ): bool {
		return array_filter( $rows, $is_it ) !== [];
	}
}
