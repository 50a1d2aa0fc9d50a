<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\CheckMoney;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\Ledger\Answers;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Sales\Sales;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** Says what an act would do, before anything is done. Nothing is written, and Sellsy is asked nothing. */
final class PlanBulk {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $stored_orders,
		private readonly PlanFinals $finals,
		private readonly PlanRetries $retries,
		private readonly SettingsStore $settings,
		private readonly OrderLinks $links,
		private readonly OrderEvents $events,
		private readonly OrderEventHandler $order_event_handler,
		private readonly Sales $sales,
	) {}

	/** @param list<int> $order_ids */
	public function read( array $order_ids ): BulkOrders {
		$ids = array_values( array_unique( $order_ids ) );
		return new BulkOrders( $ids, $this->ledger->for_orders( $ids ), $this->stored_orders->snapshots( $ids ) );
	}

	public function plan( BulkRequest $request, BulkOrders $orders ): BulkPlan {
		$steps  = [];
		$left   = [];
		$totals = $request->act === BulkAct::Create ? [] : $this->finals->totals( $orders );
		foreach ( $orders->ids as $id ) {
			$rows    = $orders->rows[ $id ] ?? [];
			$order   = $orders->snapshots[ $id ] ?? null;
			$planned = $order === null ? LeftOut::Gone : match ( $request->act ) {
				BulkAct::Create   => $this->creation( $request->kind, $order, $rows ),
				BulkAct::Finalise => $this->finals->of_order( $order, $rows, $totals ),
				BulkAct::Retry    => $this->retries->of_order( $order, $rows, $totals ),
			};
			if ( $planned instanceof LeftOut ) {
				$left[ $planned->value ][] = $id;
			} else {
				array_push( $steps, ...$planned );
			}
		}
		return new BulkPlan( $steps, $left );
	}

	/**
	 * Documents that an order has not got: of a kind that a person names, or what the settings ask for.
	 *
	 * @param DocumentKind|null $kind null: what the settings ask for.
	 * @param list<Task>        $rows
	 * @return non-empty-list<BulkStep>|LeftOut
	 */
	private function creation( ?DocumentKind $kind, OrderSnapshot $order, array $rows ): array|LeftOut {
		if ( $kind === null ) {
			$steps = $this->by_rules( $order, $rows );
			return is_array( $steps ) ? $this->not_billed( $order ) ?? $steps : $steps;
		}
		$key = new TaskKey( $order->id, Effect::create( $kind ) );
		return $this->why_not( $kind, $order, $rows )
			?? $this->not_billed( $order )
			?? [ $this->step( $key, $order, self::row( $key, $rows ) ) ];
	}

	private function not_billed( OrderSnapshot $order ): ?LeftOut {
		return $this->sales->obstacle( $order ) === null ? null : LeftOut::PartOfSale;
	}

	/**
	 * What a hook would open for the order as it stands: its rows are there already where all went well.
	 *
	 * @param list<Task> $rows
	 * @return non-empty-list<BulkStep>|LeftOut
	 */
	private function by_rules( OrderSnapshot $order, array $rows ): array|LeftOut {
		try {
			$event = $this->events->standing( $order->id );
		} catch ( \Throwable ) {
			return LeftOut::Gone; // Other code of the site did not let it be read.
		}
		if ( EligibilityCheck::free( $order, $this->settings->get() ) !== null ) {
			return LeftOut::NotWanted;
		}
		$steps = [];
		foreach ( $event === null ? [] : $this->order_event_handler->asked_for( $event ) as $key ) {
			$row = self::row( $key, $rows );
			if ( $row === null || $row->rests( Outcome::NotTriggered, Outcome::NoRule ) ) {
				$steps[] = $this->step( $key, $order, $row );
			}
		}
		return $steps === [] ? LeftOut::NotWanted : $steps;
	}

	/** @param list<Task> $rows */
	private function why_not( DocumentKind $kind, OrderSnapshot $order, array $rows ): ?LeftOut {
		$why = static fn ( string $url ): ?LeftOut => OfferedActs::not_created(
			( new Offers( $order->status, $rows, [ $kind->value => $url ] ) )->make( $kind )
		);
		// Where the rows say it, the order need not be read for its link.
		return $why( '' ) ?? $why( $this->links->url( $order->id, $kind ) );
	}

	private function step( TaskKey $key, OrderSnapshot $order, ?Task $task ): BulkStep {
		$kind = $key->effect->creates() ?? DocumentKind::Invoice;
		$rule = DocumentRule::of( $kind, $task, $order, $this->settings->get() );
		return new BulkStep(
			key: $key,
			is_final: $kind->is_validated()
				&& $rule->finalise->value !== Finalise::MANUAL
				&& CheckMoney::question( $order, $task->answers ?? new Answers() ) === null,
			total: $order->total,
			currency: $order->currency
		);
	}

	/** @param list<Task> $rows */
	private static function row( TaskKey $key, array $rows ): ?Task {
		return array_values( array_filter( $rows, static fn ( Task $task ): bool => $task->key->is( $key ) ) )[0]
			?? null;
	}
}
