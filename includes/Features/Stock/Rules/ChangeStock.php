<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\StockSettings;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\Work\CallBudget;

/**
 * Does a difference that was listed, on the side that does not lead. It is read afresh, claimed, and only then told:
 * an addition is not repeatable. Whether it was done shows by reading again.
 */
final class ChangeStock {

	/** What Sellsy clearly did not do for this item; it would say the same tomorrow. */
	private const REFUSED = [ FailureKind::Rejected, FailureKind::NotFound ];

	/** Calls that a change takes: one reading, one addition. */
	public const CALLS = 2;

	public function __construct(
		private readonly ReadStock $read_stock,
		private readonly ShopStocks $shop,
		private readonly SellsyStocks $sellsy,
		private readonly StockRows $rows,
		private readonly WeighStock $weigh,
		private readonly SettleStock $settle,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	/**
	 * With as many calls left.
	 *
	 * @throws RemoteFailure
	 */
	public function change( StockRow $listed, StockSettings $settings, CallBudget $calls ): void {
		$item = $this->read_stock->item( $listed->product_id );
		$asked_at = $this->clock->now();
		$calls->spent( 1 );
		$read = $item === null ? null : $this->read_stock->read( $listed->product_id, $item, $settings );
		if ( $read === null ) {
			$this->rows->forget( $listed->product_id );
			return;
		}
		$state = $this->weigh->state( $read, $settings->leader );
		if (
			$state !== StockState::Differs
			|| ! $this->weigh->may_be_done( $listed->difference(), $read->difference() )
		) {
			$this->rows->keep( $read, $state, $asked_at );
			if ( ! $read->sellsy->is_clear ) {
				$this->rows->make_unclear( $item );
			}
			return;
		}
		$begun = $this->rows->begin( $listed, $read, $settings->follower(), $this->clock->now() );
		if ( $begun !== null ) {
			$this->tell( $begun, $calls );
		}
	}

	/**
	 * By what is read now. Without an answer that takes two readings, two minutes apart.
	 *
	 * @throws RemoteFailure
	 */
	public function settle( StockRow $begun, StockSettings $settings, CallBudget $calls ): void {
		if ( $begun->side === StockSettings::SELLSY && ! $calls->take() ) {
			return;
		}
		try {
			$level = $begun->side === StockSettings::SELLSY
				? $this->read_stock->at_sellsy( $begun->item, $begun->warehouse_id )->quantity
				: $this->shop->level( $begun->product_id, $settings->moved_by )?->quantity;
		} catch ( \UnexpectedValueException ) {
			$level = null;
		}
		$now   = $this->clock->now();
		$state = $this->settle->state( $begun, $level, $now );
		if ( $state === StockState::Sent ) {
			$this->rows->read_in_vain( $begun, $now );
			return;
		}
		$this->end( $begun, $state );
	}

	/** @throws RemoteFailure after which the batch ends. */
	private function tell( StockRow $begun, CallBudget $calls ): void {
		$difference = $begun->difference();
		if ( $difference === null ) {
			return;
		}
		if ( $begun->side === StockSettings::SHOP ) {
			$this->shop->add( $begun->product_id, $difference->negated() );
			$this->rows->answered( $begun );
			return;
		}
		try {
			$calls->spent( 1 );
			$this->sellsy->add( $begun->item, $begun->warehouse_id, $difference );
			$this->rows->answered( $begun );
		} catch ( RemoteFailure $failure ) {
			if ( in_array( $failure->kind, self::REFUSED, true ) ) {
				$this->end( $begun, StockState::Refused );
				return;
			}
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				$this->end( $begun, StockState::Lost ); // A clear no for everything: the next look lists it again.
			}
			throw $failure;
		}
	}

	private function end( StockRow $begun, StockState $state ): void {
		$this->rows->end( $begun, $state, $this->clock->now() );
		$facts = [
			'product_id' => $begun->product_id,
			'item_id'    => $begun->item->id,
			'where'      => $begun->side,
			'from'       => $begun->from()?->to_string() ?? '',
			'to'         => $begun->to()?->to_string() ?? '',
			'outcome'    => $state->value,
		];
		$state === StockState::Done
			? $this->logger->info( 'Stock was brought into agreement.', $facts )
			: $this->logger->error( 'A change of stock was not done.', $facts );
	}
}
