<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Id;
use OrderInvoicer\Domain\Settings\Fields\ListOf;
use OrderInvoicer\Domain\Settings\Fields\Map;
use OrderInvoicer\Domain\Settings\Fields\Moment;
use OrderInvoicer\Domain\Settings\Fields\Text;

/** Payments recorded at Sellsy. */
final class PaymentSettings {

	/** In place of a gateway: orders that name none and are paid all the same, such as those entered by hand. */
	public const UNNAMED = 'unnamed';

	/**
	 * @param array<string, int> $methods          WooCommerce gateway id => Sellsy payment method id.
	 * @param list<string>       $always_paid_back gateways whose refunds count as paid back once they are entered.
	 */
	public function __construct(
		/** Record what was paid on the invoice. */
		#[Flag]
		public readonly bool $enabled,
		/** Record money paid back on the credit note. */
		#[Flag]
		public readonly bool $pay_back,
		#[Map(
			'gateway',
			new Text( shortest: 1, longest: 100, description: 'A payment gateway of WooCommerce.' ),
			'method_id',
			new Id( 'A payment method of Sellsy.' )
		)]
		public readonly array $methods,
		#[ListOf(
			new Text( shortest: 1, longest: 100 ),
			'Gateways whose refunds always leave at once, whatever WooCommerce says. Counts where pay_back is on.'
		)]
		public readonly array $always_paid_back = [],
		#[Moment( 'When recording was switched on: of before, only what a person asks for is recorded.' )]
		public readonly ?\DateTimeImmutable $since = null,
	) {}

	/** Switched on just now, or as it was. What an older release switched on has no moment. */
	public function switched( self $before, \DateTimeImmutable $now ): self {
		$own = [ 'since' => $this->enabled && ! $before->enabled ? $now : $before->since ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** Nothing was recorded by then: a person says whether it is. */
	public function is_before( \DateTimeImmutable $paid_at, \DateTimeImmutable $invoiced_at ): bool {
		return $this->since !== null && max( $paid_at, $invoiced_at ) < $this->since;
	}

	/**
	 * The money of a refund has left, as far as the settings want it recorded.
	 *
	 * @param string $gateway of its order; empty where it names none.
	 */
	public function records_pay_back( RefundSnapshot $refund, string $gateway ): bool {
		return $this->pay_back
			&& (
				$refund->is_paid_back
				|| in_array( $gateway === '' ? self::UNNAMED : $gateway, $this->always_paid_back, true )
			);
	}

	/**
	 * @param string $gateway as the order has it; empty where it names none.
	 * @return int|null null: not set.
	 */
	public function method_of( string $gateway ): ?int {
		return $this->methods[ $gateway === '' ? self::UNNAMED : $gateway ] ?? null;
	}
}
