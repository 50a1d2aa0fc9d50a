<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ExemptReason;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Money\Decimal;

/** A tax that is to be created at Sellsy. Either it has a rate, or a reason for having none. */
final class TaxDraft {

	private function __construct(
		public readonly string $label,
		public readonly Decimal $rate,
		public readonly ?ExemptReason $reason,
	) {}

	/** @return self|null null below or at 0 %, where Sellsy wants a reason, and above 100 %, which is no tax. */
	public static function with_rate( string $label, Decimal $rate ): ?self {
		return $rate->is_positive() && $rate->compare( Decimal::of_int( 100 ) ) <= 0
			? new self( $label, $rate, null )
			: null;
	}

	public static function exempt( string $label, ExemptReason $reason ): self {
		return new self( $label, Decimal::zero(), $reason );
	}

	/**
	 * Whether a tax of Sellsy is this one already. The name counts: a rate of another country is a tax of its own,
	 * however many of that percentage there are.
	 */
	public function equals( RemoteTax $tax ): bool {
		$same_kind = $this->reason === null
			|| ( $tax->category === $this->reason->category() && $tax->vatex === $this->reason->vatex() );
		return $tax->usable
			&& $same_kind
			&& $tax->rate->equals( $this->rate )
			&& self::plain( $tax->label ) === self::plain( $this->label );
	}

	/** Under which key its creation is locked: two of the same are never made side by side. */
	public function key(): string {
		return hash( 'md5', ( $this->reason->value ?? $this->rate->to_string() ) . ':' . self::plain( $this->label ) );
	}

	private static function plain( string $label ): string {
		return mb_strtolower( trim( $label ) );
	}
}
