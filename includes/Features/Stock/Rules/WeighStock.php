<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\StockSettings;

/** What a reading means, and whether a difference that was listed may be done. */
final class WeighStock {

	public function state( StockReading $read, string $leader ): StockState {
		$difference = $read->difference();
		return match ( true ) {
			! $read->sellsy->is_clear        => StockState::Unclear,
			$difference === null             => StockState::NotKept,
			$read->shop->on_the_way->is_busy => StockState::Waits,
			$difference->is_zero()           => StockState::Agrees,
			$leader === StockSettings::SELLSY && ! $read->is_countable => StockState::Uncountable,
			default                          => StockState::Differs,
		};
	}

	/** One that moved since it was listed is done as it is now, unless it grew or turned round. */
	public function may_be_done( ?Decimal $listed, ?Decimal $now ): bool {
		return $listed !== null && $now !== null
			&& ! $now->is_zero()
			&& $listed->is_negative() === $now->is_negative()
			&& $now->abs()->compare( $listed->abs() ) <= 0;
	}
}
