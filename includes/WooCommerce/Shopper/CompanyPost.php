<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Shopper;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\CompanyRequests\AskForCompany;
use OrderInvoicer\Domain\CompanyRequests\CompanyData;
use OrderInvoicer\Domain\System\Logger;

/**
 * A buyer sends "An invoice in my company's name". Who it is, is settled as for a download; whoever may not see the
 * order gets the page that they would get anyway.
 */
final class CompanyPost {

	/** Before WordPress and WooCommerce send anybody elsewhere. */
	private const PRIORITY = 0;

	/** What the page says of it; empty where it was not sent, or was not taken for a reason that the page shows. */
	public string $fault = '';

	/** To be filled in again; null where nothing is. */
	public ?CompanyData $typed = null;

	/** @var array<string, string> what is wrong, by name of the field. */
	public array $faults = [];

	public bool $is_taken = false;

	public function __construct(
		private readonly OrderDoor $door,
		private readonly CompanyForm $form,
		private readonly AskForCompany $ask,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( 'template_redirect', [ $this, 'handle_template_redirect' ], self::PRIORITY );
	}

	public function handle_template_redirect(): void {
		$order_id = CompanyForm::order_sent();
		try {
			$found = $order_id > 0 ? wc_get_order( $order_id ) : false;
			$order = $found instanceof \WC_Order && $found->get_type() === 'shop_order' ? $found : null;
			if ( $order !== null && $this->door->entry( $order, DownloadLink::key_sent() ) === Entry::Open ) {
				$this->take( $order );
			}
		} catch ( \Throwable $error ) {
			$this->logger->error(
				'A request for an invoice in a company’s name failed.',
				[
					'order_id' => $order_id,
					'error'    => $error::class,
				]
			);
			$this->fault = __( 'It could not be sent just now. Please try again in a moment.', 'orderinvoicer' );
		}
	}

	/** Where the form stands, and where the buyer reads how it goes on. */
	public static function page( \WC_Order $order ): string {
		return is_wc_endpoint_url( 'order-received' )
			? $order->get_checkout_order_received_url()
			: $order->get_view_order_url();
	}

	private function take( \WC_Order $order ): void {
		$this->typed  = $this->form->sent();
		$this->faults = $this->form->faults( $this->typed, $order->get_billing_country( 'edit' ) );
		$this->fault  = CompanyForm::has_nonce( $order->get_id() )
			? implode( ' ', $this->faults )
			: __( 'This page was open for long. Please send it once more.', 'orderinvoicer' );
		$placed       = $order->get_date_created();
		if (
			$this->fault !== ''
			|| $placed === null
			|| ! $this->ask->is_open(
				$order->get_status( 'edit' ),
				\DateTimeImmutable::createFromMutable( $placed )
			)
		) {
			return;
		}
		$this->is_taken = $this->ask->ask( $order->get_id(), $this->typed );
		if ( $this->is_taken && $this->door->email_sent() === '' ) {
			$this->go_on( $order );
		}
	}

	/** A page that is loaded again sends nothing again. Who had to give their e-mail would have to give it again. */
	private function go_on( \WC_Order $order ): void {
		$url = add_query_arg( CompanyForm::SENT, '1', self::page( $order ) ) . '#' . CompanyForm::ANCHOR;
		if ( wp_safe_redirect( $url, 303 ) ) {
			exit;
		}
	}
}
