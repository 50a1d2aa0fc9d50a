<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\CompanyRequests\Rules\AskForCompany;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\WooCommerce\Shopper\Entry;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;

/**
 * A buyer sends "An invoice in my company's name". Who it is, is settled as for a download; whoever may not see the
 * order gets the page that they would get anyway. What they typed waits for the page that shows them the order: some
 * time after the purchase WooCommerce first asks a guest for their e-mail.
 */
final class CompanyPost {

	/** Before WordPress and WooCommerce send anybody elsewhere. */
	private const PRIORITY = 0;

	/** What the page says of it; empty where it was not sent, or was not taken for a reason that the page shows. */
	public string $fault = '';

	/** Whose form it was; 0: of none. */
	public int $order_id = 0;

	/** To be filled in again; null where nothing is. */
	public ?CompanyData $typed = null;

	/** @var array<string, string> what is wrong, by name of the field. */
	public array $faults = [];

	public bool $is_taken = false;

	public function __construct(
		private readonly OrderDoor $door,
		private readonly CompanyForm $form,
		private readonly KeptCompanyForm $kept,
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
			$this->answer( $order, $this->door->entry( $order, OrderDoor::key_sent() ) );
		} catch ( \Throwable $error ) {
			$this->logger->error(
				'A request for an invoice in a company’s name failed.',
				[ 'order_id' => $order_id ],
				$error
			);
			$this->fault = __( 'It could not be sent just now. Please try again in a moment.', 'orderinvoicer' );
		}
	}

	/**
	 * The page shows the order: what was typed before it did is taken now.
	 *
	 * @return bool whether it became a request.
	 */
	public function catch_up( \WC_Order $order ): bool {
		$kept = $this->kept->take( $order->get_id() );
		if ( $kept === null || $this->typed !== null ) {
			return false;
		}
		$this->take( $order, ...$kept );
		return $this->is_taken;
	}

	/** Where the form stands, and where the buyer reads how it goes on. */
	public static function page( \WC_Order $order ): string {
		return is_wc_endpoint_url( 'order-received' )
			? $order->get_checkout_order_received_url()
			: $order->get_view_order_url();
	}

	/**
	 * A page that is loaded again sends nothing again: the buyer goes to it anew, but for those who gave their e-mail,
	 * who would have to give it again. To others WooCommerce may show the order no longer.
	 */
	private function answer( ?\WC_Order $order, Entry $entry ): void {
		$sent     = [ $this->form->sent(), CompanyForm::has_nonce( CompanyForm::order_sent() ) ];
		$is_shown = $entry === Entry::Closed || CompanyForm::order_sent() === 0;
		if ( $order !== null && $entry === Entry::Open ) {
			$this->take( $order, ...$sent );
			$has_email = $this->door->email_sent() !== '';
			$is_shown  = $this->is_taken || $has_email || $this->door->is_customer( $order );
			if ( $this->is_taken && ! $has_email ) {
				$this->go_to( add_query_arg( CompanyForm::SENT, '1', self::page( $order ) ) );
			}
		}
		// The page that answers shows what is wrong, as long as WooCommerce shows the order: to any browser.
		$is_shown = $is_shown || ( $entry === Entry::Open && ! $this->kept->is_known() );
		$is_kept  = ! $is_shown && $this->kept->keep( CompanyForm::order_sent(), ...$sent );
		if ( $is_kept && $order !== null && $entry !== Entry::LogIn ) {
			$this->go_to( self::page( $order ) );
		}
	}

	private function take( \WC_Order $order, CompanyData $typed, bool $has_nonce ): void {
		$this->order_id = $order->get_id();
		$this->typed    = $typed;
		$this->faults   = $this->form->faults( $typed, $order->get_billing_country( 'edit' ) );
		$this->fault    = $has_nonce
			? implode( ' ', $this->faults )
			: __( 'This page was open for long. Please send it once more.', 'orderinvoicer' );
		$placed         = $order->get_date_created();
		$this->is_taken = $this->fault === ''
			&& $placed !== null
			&& $this->ask->is_open( $order->get_status( 'edit' ), \DateTimeImmutable::createFromMutable( $placed ) )
			&& $this->ask->ask( $order->get_id(), $typed );
	}

	private function go_to( string $url ): void {
		if ( wp_safe_redirect( $url . '#' . CompanyForm::ANCHOR, 303 ) ) {
			exit;
		}
	}
}
