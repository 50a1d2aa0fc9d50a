<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\StorageRefused;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Domain\Report\CreditedInFull;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * What the order's screen shows. Nothing is asked of Sellsy. Other code of the site may throw anything while an order
 * is read: what is known without it is shown all the same.
 */
final class ReadOrderSheet {

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly Report $report,
		private readonly SettingsStore $settings,
		private readonly BillableOrder $billable_order,
		private readonly Outlook $outlook,
		private readonly SeenDocuments $seen,
		private readonly Clock $clock,
	) {}

	/** @throws StorageRefused */
	public function read( int $order_id ): OrderSheet {
		$rows  = $this->ledger->for_order( $order_id );
		$order = $this->order( $order_id );
		$rules = $this->rules( $rows, $order );
		return new OrderSheet(
			rows: $rows,
			documents: $this->documents( $rows, $order ),
			foreseen: self::unless_it_fails(
				fn (): array => $this->outlook->of_order( $order_id, $order, $rows, $this->settings->get() ),
				[]
			),
			now: $this->clock->now(),
			rules: $rules[0],
			fitting: $rules[1]
		);
	}

	/**
	 * @param list<Task> $rows
	 * @return array{array<int, SheetRule>, array<int, SheetRule>} by id of the row: those that documents keep, and
	 *         others that would take the order as it is.
	 */
	private function rules( array $rows, ?OrderSnapshot $order ): array {
		$settings = $this->settings->get();
		$kept     = [];
		$fitting  = [];
		foreach ( $rows as $row ) {
			$kind = $row->key->effect->creates();
			$rule = $kind === null || ! $row->was_at_sellsy()
				? null
				: SheetRule::of( $kind, $row->rule_id, $settings );
			if ( $kind === null || $rule === null ) {
				continue;
			}
			$kept[ $row->id ] = $rule;
			$fits             = $order === null ? $rule->id : $settings->rule_for( $kind, OrderTraits::of( $order ) );
			$other            = $fits === $rule->id ? null : SheetRule::of( $kind, $fits, $settings );
			if ( $other !== null ) {
				$fitting[ $row->id ] = $other;
			}
		}
		return [ $kept, $fitting ];
	}

	/** One with damaged amounts, or that other code of the site makes unreadable, has a row that says so. */
	private function order( int $order_id ): ?OrderSnapshot {
		return self::unless_it_fails( fn (): ?OrderSnapshot => $this->orders->snapshot( $order_id ), null );
	}

	/**
	 * @template T
	 * @template U
	 * @param \Closure(): T $read
	 * @param U             $otherwise
	 * @return T|U
	 * @throws StorageRefused
	 */
	private static function unless_it_fails( \Closure $read, mixed $otherwise ): mixed {
		try {
			return $read();
		} catch ( StorageRefused $refused ) {
			throw $refused;
		} catch ( \Throwable ) {
			return $otherwise;
		}
	}

	/**
	 * @param list<Task> $rows
	 * @return array<int, SheetDocument> by task id.
	 */
	private function documents( array $rows, ?OrderSnapshot $order ): array {
		$made = [];
		foreach ( $rows as $row ) {
			$is_there = $row->has_document() || $row->has_cancelled_document();
			if ( $row->key->effect->creates() !== null && $is_there ) {
				$made[ $row->id ] = $row;
			}
		}
		$documents = [];
		$seen      = $this->seen->of_tasks( array_keys( $made ) );
		$reported  = $this->report->documents( array_keys( $made ) );
		foreach ( $reported as $task_id => $document ) {
			$row    = $made[ $task_id ];
			$stands = $order !== null && self::is_comparable( $row, $rows ) ? $order : null;
			$plain  = new SheetDocument(
				document: $document,
				money: $stands !== null && $row->key->effect === Effect::CreateInvoice
					? RecordedMoney::of( $row, $rows, $reported, $stands, $this->settings->get()->payments )
					: null,
				seen: $seen[ $task_id ] ?? null,
				is_credited: CreditedInFull::is( $row, $rows, $reported )
			);

			$documents[ $task_id ] = $stands !== null
				? self::unless_it_fails( fn () => $this->compared( $row, $plain, $stands, $rows ), $plain )
				: $plain;
		}
		return $documents;
	}

	/** @param list<Task> $rows */
	private function compared( Task $task, SheetDocument $plain, OrderSnapshot $order, array $rows ): SheetDocument {
		$document = $plain->document;
		$refund   = $this->refund( $task );
		if ( $document->kind === DocumentKind::CreditNote && $refund === null ) {
			return $plain;
		}
		$money     = new MoneyReceived( $order, $rows );
		$billed    = $this->billable_order->order( $task, $order );
		$agreement = Agreement::of( $task, $document, $order, $billed );
		if ( $agreement === null ) {
			return $plain;
		}
		$ordered = $document->kind === DocumentKind::CreditNote ? $billed : $order;
		return new SheetDocument(
			document: $document,
			agreement: $agreement,
			ordered: $ordered->total->to_minor( $order->currency->decimals ),
			money: $plain->money,
			seen: $plain->seen,
			is_credited: $plain->is_credited,
			gives_money_back: $refund !== null && $money->is_given_back( $refund, $money->came_at() )
		);
	}

	/** Null: of all that was left, and of a refund that was deleted in the shop, nobody knows what it gave back. */
	private function refund( Task $task ): ?RefundSnapshot {
		$refunds = $task->key->refund_id === 0 ? [] : $this->orders->refunds( $task->key->order_id );
		return array_column( $refunds, null, 'id' )[ $task->key->refund_id ] ?? null;
	}

	/**
	 * Not an invoice that was issued anew since: the order no longer says what that was.
	 *
	 * @param list<Task> $rows
	 */
	private static function is_comparable( Task $task, array $rows ): bool {
		$replaces = static fn ( Task $other ): bool => $other->key->effect === Effect::CreateInvoice
			&& $other->key->revision > $task->key->revision;
		return $task->key->effect !== Effect::CreateInvoice || array_filter( $rows, $replaces ) === [];
	}
}
