<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\CompanyRequests\Rules\AskForCompany;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequest;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequestState;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequestStates;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;

/**
 * "An invoice in my company's name", below the documents of an order: the form, and how the request stands. It needs no
 * script.
 */
final class CompanySection {

	/** Behind the documents. */
	private const PRIORITY = 11;

	/** @var array<int, true> orders that have it on this page. */
	private array $drawn = [];

	public function __construct(
		private readonly AskForCompany $ask,
		private readonly CompanyRequestStates $states,
		private readonly OrderDoor $door,
		private readonly CompanyForm $form,
		private readonly CompanyPost $post,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action(
			'woocommerce_order_details_after_order_table',
			[ $this, 'handle_woocommerce_order_details_after_order_table' ],
			self::PRIORITY
		);
	}

	/** A page of the shop is never in want of this. */
	public function handle_woocommerce_order_details_after_order_table( mixed $order ): void {
		if ( ! $order instanceof \WC_Order || isset( $this->drawn[ $order->get_id() ] ) ) {
			return;
		}
		try {
			// Nothing is printed before all is known.
			ob_start();
			$this->draw( $order );
			$section = (string) ob_get_clean();
		} catch ( \Throwable $error ) {
			ob_end_clean();
			$this->logger->error(
				'The company’s section could not be shown to a shopper.',
				[ 'order_id' => $order->get_id() ],
				$error
			);
			return;
		}
		if ( $section !== '' ) {
			$this->drawn[ $order->get_id() ] = true;
			echo $section; // phpcs:ignore WordPress.Security.EscapeOutput -- escaped where each part is printed.
		}
	}

	private function draw( \WC_Order $order ): void {
		$placed = $order->get_date_created();
		if ( $placed === null || ! $this->door->is_own_page( $order ) ) {
			return;
		}
		if ( $this->post->catch_up( $order ) ) {
			$order->read_meta_data( true );
		}
		$request = OrderCompanyRequests::of( $order );
		$stands  = $request === null ? null : $this->states->of( $order->get_id(), $request );
		$may_ask = $this->ask->may_ask( $request, $stands )
			&& $this->ask->is_open(
				$order->get_status( 'edit' ),
				\DateTimeImmutable::createFromMutable( $placed )
			);
		if ( ! $may_ask && ( $request === null || $stands === null ) ) {
			return;
		}
		printf(
			'<section class="woocommerce-order-company" id="%1$s">'
				. '<h2 class="woocommerce-order-company__title">%2$s</h2>',
			esc_attr( CompanyForm::ANCHOR ),
			esc_html__( 'Invoice in your company’s name', 'orderinvoicer' )
		);
		if ( $request !== null && $stands !== null ) {
			$this->draw_state( $request, $stands );
		}
		if ( $may_ask ) {
			$this->draw_form( $order );
		}
		echo '</section>';
	}

	private function draw_state( CompanyRequest $request, CompanyRequestState $stands ): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only what is said once more.
		$is_new = $this->post->is_taken || isset( $_GET[ CompanyForm::SENT ] );
		$texts  = [
			$is_new && $stands === CompanyRequestState::Waiting
				? __( 'Your request was sent.', 'orderinvoicer' )
				: '',
			BuyerText::of( $request, $stands ),
		];
		printf( '<p role="status">%s</p>', esc_html( trim( implode( ' ', $texts ) ) ) );
	}

	private function draw_form( \WC_Order $order ): void {
		$is_typed = $this->post->typed !== null && $this->post->order_id === $order->get_id();
		$fault    = $is_typed ? $this->post->fault : '';
		printf(
			'<details%1$s><summary>%2$s</summary><form method="post" action="%3$s">',
			esc_attr( $fault === '' ? '' : ' open' ),
			esc_html__( 'Ask for an invoice in my company’s name', 'orderinvoicer' ),
			esc_url( CompanyPost::page( $order ) . '#' . CompanyForm::ANCHOR )
		);
		if ( $fault !== '' ) {
			printf( '<div class="woocommerce-error" role="alert">%s</div>', esc_html( $fault ) );
		}
		printf(
			'<p>%s</p>',
			esc_html__( 'The shop looks at your request. Once it has accepted, the invoice is changed, or credited and issued anew.', 'orderinvoicer' )
		);
		$this->form->print_fields(
			$is_typed && $this->post->typed !== null ? $this->post->typed : $this->form->known( $order ),
			$is_typed ? $this->post->faults : []
		);
		printf(
			'<input type="hidden" name="%1$s" value="%2$d">',
			esc_attr( CompanyForm::ORDER ),
			absint( $order->get_id() )
		);
		wp_nonce_field( CompanyForm::nonce_action( $order->get_id() ), CompanyForm::NONCE );
		$this->door->print_proof();
		printf(
			'<p><button type="submit" class="%1$s">%2$s</button></p></form></details>',
			esc_attr( trim( 'button ' . wc_wp_theme_get_element_class_name( 'button' ) ) ),
			esc_html__( 'Send the request', 'orderinvoicer' )
		);
	}
}
