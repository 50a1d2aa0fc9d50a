<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RecordPaidBack;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\GatewayName;

/**
 * In the order box, at a credit note: the money of its refund has left. A person says when and how. Without JavaScript;
 * its fields belong to a form of ours that is printed behind WooCommerce's own.
 */
final class PaidBackPart {

	/** What is posted to admin-post.php. */
	public const ACTION = 'orderinvoicer_paid_back';

	private readonly BoxForm $form;

	public function __construct(
		private readonly RecordPaidBack $record,
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly AmountText $amounts = new AmountText(),
	) {
		$this->form = new BoxForm( self::ACTION );
	}

	public function register(): void {
		$this->form->register( [ $this, 'handle_admin_post' ] );
	}

	public function render( Task $credit, \WC_Order $order, OrderSheet $sheet ): void {
		$refund = RecordPaidBack::is_offered( $credit, $sheet->rows ) ? wc_get_order( $credit->key->refund_id ) : null;
		if ( ! $refund instanceof \WC_Order_Refund ) {
			return;
		}
		$gives_back = $sheet->documents[ $credit->id ]->gives_money_back ?? false;
		if ( $gives_back && ! $this->settings->get()->payments->pay_back ) {
			printf(
				'<p>%s</p>',
				esc_html(
					sprintf(
						/* translators: %s: amount of money. */
						__(
							'The shop did not record in Sellsy that the refund of %s was paid back: that is off.',
							'orderinvoicer'
						),
						$this->amount( $refund, $order )
					)
				)
			);
		}
		printf(
			'<details class="orderinvoicer-paid-back"><summary>%s</summary>',
			esc_html__( 'Money paid back', 'orderinvoicer' )
		);
		$methods = $this->settings->get()->payments->methods;
		if ( $methods === [] ) {
			printf(
				'<p>%s</p>',
				esc_html__(
					'First say under Order Invoicer › Settings › Payments what your ways to pay are called in Sellsy.',
					'orderinvoicer'
				)
			);
		} else {
			$this->render_fields( $credit, $order, $refund, array_map( 'strval', array_keys( $methods ) ) );
		}
		echo '</details>';
	}

	/** @param non-empty-list<string> $gateways */
	private function render_fields(
		Task $credit,
		\WC_Order $order,
		\WC_Order_Refund $refund,
		array $gateways,
	): void {
		printf(
			'<p>%s</p>',
			esc_html(
				sprintf(
					/* translators: %s: amount of money. */
					__( 'The button records a payment of %s to the customer in Sellsy and sets it against this credit note. If your bank feed in Sellsy records it, leave it to that.', 'orderinvoicer' ),
					$this->amount( $refund, $order )
				)
			)
		);
		$placed = $order->get_date_created( 'edit' );
		$first  = $placed === null ? '' : $this->clock->day_of( \DateTimeImmutable::createFromMutable( $placed ) );
		printf(
			'<p><label>%1$s<br><input type="date" form="%2$s" name="day_%3$d" value="%4$s" min="%5$s"'
				. ' max="%4$s" required></label></p>',
			esc_html__( 'The money left on', 'orderinvoicer' ),
			esc_attr( $this->form->id() ),
			absint( $credit->id ),
			esc_attr( $this->clock->today() ),
			esc_attr( $first )
		);
		$this->render_gateways( $credit, $order, $gateways );
		printf(
			'<p><button type="submit" class="button" form="%1$s" name="credit" value="%2$d"'
				. ' formnovalidate>%3$s</button></p>',
			esc_attr( $this->form->id() ),
			absint( $credit->id ),
			esc_html__( 'Record it in Sellsy', 'orderinvoicer' )
		);
	}

	/** @param non-empty-list<string> $gateways */
	private function render_gateways( Task $credit, \WC_Order $order, array $gateways ): void {
		printf(
			'<p><label>%1$s<br><select form="%2$s" name="gateway_%3$d" style="max-width: 100%%">',
			esc_html__( 'By', 'orderinvoicer' ),
			esc_attr( $this->form->id() ),
			absint( $credit->id )
		);
		$own = $order->get_payment_method( 'edit' );
		$own = $own === '' ? PaymentSettings::UNNAMED : $own;
		foreach ( $gateways as $gateway ) {
			printf(
				'<option value="%1$s"%2$s>%3$s</option>',
				esc_attr( $gateway ),
				$gateway === $own ? ' selected' : '',
				esc_html( GatewayName::of( $gateway ) )
			);
		}
		echo '</select></label></p>';
	}

	private function amount( \WC_Order_Refund $refund, \WC_Order $order ): string {
		$currency = Currency::from_code( $order->get_currency( 'edit' ) );
		$amount   = Decimal::from_string( (string) $refund->get_amount( 'edit' ) );
		return $this->amounts->text( $amount->rounded_minor( $currency->decimals, Rounding::HalfUp ), $currency );
	}

	public function print_form_later( int $order_id ): void {
		$this->form->print_later( $order_id );
	}

	public function handle_admin_post(): void {
		$order = $this->form->order();
		$why   = $this->record( $order->get_id(), absint( BoxForm::posted( 'credit' ) ) );
		$this->form->go( $order->get_edit_order_url() . '#orderinvoicer-order', $why );
	}

	/** @return string why nothing was recorded; empty once it is written down. */
	private function record( int $order_id, int $credit_id ): string {
		$gateway = BoxForm::posted( "gateway_$credit_id" );
		try {
			$is_its = $this->ledger->find( $credit_id )?->key->order_id === $order_id;
			$row    = $is_its
				? $this->record->record(
					$credit_id,
					BoxForm::posted( "day_$credit_id" ),
					$gateway === PaymentSettings::UNNAMED ? '' : $gateway
				)
				: null;
		} catch ( \Throwable $error ) {
			$this->logger->error( 'Money paid back could not be recorded.', [], $error );
			return BoxForm::failed();
		}
		return $row === null
			? __( 'Order Invoicer: nothing was recorded. Give a day that is neither before the order nor in the future; if the page was old, look how the order stands now.', 'orderinvoicer' )
			: '';
	}
}
