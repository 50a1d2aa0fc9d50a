<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\StockSettings;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\CallBudget;

/** Compares one product and lists what was found. Nothing is changed. */
final class CompareStock {

	public function __construct(
		private readonly ReadStock $read_stock,
		private readonly StockRows $rows,
		private readonly WeighStock $weigh,
		private readonly Clock $clock,
	) {}

	/** @throws RemoteFailure */
	public function compare( int $product_id, StockSettings $settings, CallBudget $calls ): void {
		$item     = $this->read_stock->item( $product_id );
		$standing = $this->rows->standing( $product_id );
		if ( $item === null ) {
			$this->rows->forget( $product_id );
			return;
		}
		if ( $standing?->state === StockState::Sent || ! $calls->take() ) {
			return;
		}
		$asked_at = $this->clock->now();
		$read     = $this->read_stock->read( $product_id, $item, $settings );
		if ( $read === null ) {
			$this->rows->forget( $product_id );
			return;
		}
		$state = $this->weigh->state( $read, $settings->leader );
		$this->rows->keep(
			$read,
			$state === StockState::Differs && $standing?->state === StockState::Blocked ? StockState::Blocked : $state,
			$asked_at
		);
		if ( ! $read->sellsy->is_clear ) {
			$this->rows->make_unclear( $item ); // For all products on it.
		}
	}
}
