<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RecordPaidBack;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\GatewayName;

/**
 * In the order box, at a credit note: the money of its refund has left. A person says when and how
 * (`Rest\Payments\PaidBackController`).
 */
final class PaidBackPart implements BoxPart {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
		private readonly AmountText $amounts = new AmountText(),
	) {}

	public function of_order( \WC_Order $order, array $rows ): ?array {
		return null;
	}

	public function of_row( Task $task, \WC_Order $order, OrderSheet $sheet ): ?array {
		$refund = RecordPaidBack::is_offered( $task, $sheet->rows ) ? wc_get_order( $task->key->refund_id ) : null;
		if ( ! $refund instanceof \WC_Order_Refund ) {
			return null;
		}
		$payments = $this->settings->get()->payments;
		$own      = $order->get_payment_method( 'edit' );
		$is_lost  = ( $sheet->documents[ $task->id ]->gives_money_back ?? false ) && ! $payments->pay_back;
		return [
			'name'    => 'paid_back',
			'label'   => __( 'Money paid back', 'orderinvoicer' ),
			'choices' => array_map(
				static fn ( int|string $gateway ): array => [
					'value' => (string) $gateway,
					'label' => GatewayName::of( (string) $gateway ),
				],
				array_keys( $payments->methods )
			),
			'chosen'  => $own === '' ? PaymentSettings::UNNAMED : $own,
			'days'    => $this->days( $order ),
		] + $this->about( $refund, $order, $is_lost, $payments->methods !== [] );
	}

	/** @return array{note: string, says: list<string>, amount: string} */
	private function about( \WC_Order_Refund $refund, \WC_Order $order, bool $is_lost, bool $is_mapped ): array {
		$currency = Currency::from_code( $order->get_currency( 'edit' ) );
		$amount   = Decimal::from_string( (string) $refund->get_amount( 'edit' ) )
			->round( $currency->decimals, Rounding::HalfUp );
		$text     = $this->amounts->text( $amount->to_minor( $currency->decimals ), $currency );
		return [
			'note'   => ! $is_lost ? '' : sprintf(
				/* translators: %s: amount of money. */
				__(
					'The shop did not record in Sellsy that the refund of %s was paid back: that is off.',
					'orderinvoicer'
				),
				$text
			),
			'says'   => [
				$is_mapped ? sprintf(
					/* translators: %s: amount of money. */
					__( 'The button records a payment of %s to the customer in Sellsy and sets it against this credit note. If your bank feed in Sellsy records it, leave it to that.', 'orderinvoicer' ),
					$text
				) : __(
					'First say under Order Invoicer › Settings › Payments what your ways to pay are called in Sellsy.',
					'orderinvoicer'
				),
			],
			'amount' => $amount->to_scale( $currency->decimals ),
		];
	}

	/** @return array{first: string, last: string} */
	private function days( \WC_Order $order ): array {
		$placed = $order->get_date_created( 'edit' );
		return [
			'first' => $placed === null
				? ''
				: $this->clock->day_of( \DateTimeImmutable::createFromMutable( $placed ) ),
			'last'  => $this->clock->today(),
		];
	}
}
