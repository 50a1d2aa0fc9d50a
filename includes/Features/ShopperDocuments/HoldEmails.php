<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Emails\HoldEmail;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WooCommerce\WooOrderEvents;

/**
 * Keeps an e-mail back that WooCommerce is about to send because of an order's status or refund, within the request or
 * deferred by WooCommerce itself. Its last question before it builds one is whether that e-mail is enabled.
 */
final class HoldEmails {

	/** After everybody else: what they switch off is not held. */
	private const PRIORITY = PHP_INT_MAX;

	/** How WooCommerce's hooks end that have an e-mail sent; others ask about e-mails too, such as its settings. */
	private const SENDS = '_notification';

	/**
	 * The answer about each e-mail that is being sent: WooCommerce and subclasses of its e-mails may ask twice, and a
	 * second answer of its own would let the same one leave now and later.
	 *
	 * @var array<string, bool>
	 */
	private array $answers = [];

	/**
	 * All are made when an e-mail is about to be sent: WooCommerce makes its e-mails in many requests that send none.
	 *
	 * @param \Closure(): HoldEmail         $hold_email
	 * @param \Closure( string ): bool      $is_ticked whether documents go with that e-mail.
	 * @param \Closure(): OrderEventHandler $order_event_handler
	 * @param \Closure(): WooOrderEvents    $order_events
	 * @param \Closure(): Logger            $logger
	 * @param \Closure( DocumentKind, \WC_Order ): int $rule by which the order gets a document of that kind.
	 */
	public function __construct(
		private readonly \Closure $hold_email,
		private readonly \Closure $is_ticked,
		private readonly \Closure $order_event_handler,
		private readonly \Closure $rule,
		private readonly \Closure $order_events,
		private readonly \Closure $logger,
	) {}

	public function register(): void {
		foreach ( CustomerEmailSettings::HOLDABLE as $id ) {
			add_filter(
				"woocommerce_email_enabled_$id",
				[ $this, 'handle_woocommerce_email_enabled' ],
				self::PRIORITY,
				3
			);
		}
	}

	/**
	 * An e-mail that we cannot keep back leaves.
	 *
	 * @internal
	 */
	public function handle_woocommerce_email_enabled(
		mixed $enabled,
		mixed $order = null,
		mixed $email = null,
	): mixed {
		$hook = self::hook_that_sends();
		if (
			! (bool) $enabled
			|| ! $order instanceof \WC_Order
			|| ! $email instanceof \WC_Email
			|| $hook === ''
		) {
			return $enabled;
		}
		try {
			return $this->is_held( $order, $email, $hook ) ? false : $enabled;
		} catch ( \Throwable $error ) {
			$this->not_held( $order->get_id(), $error );
			return $enabled;
		}
	}

	private function not_held( int $order_id, \Throwable $error ): void {
		try {
			$facts = [ 'order_id' => $order_id ];
			( $this->logger )()->error( 'An e-mail could not be kept back, so it left.', $facts, $error );
		} catch ( \Throwable ) {
			return; // While an upload is under way the log may be missing too.
		}
	}

	private function is_held( \WC_Order $order, \WC_Email $email, string $hook ): bool {
		$id     = (string) $email->id;
		$refund = get_object_vars( $email )['refund'] ?? null;
		$about  = $refund instanceof \WC_Order_Refund ? $refund->get_id() : 0;
		if ( CustomerEmailSettings::is_about_refund( $id ) !== ( $about > 0 ) || ! ( $this->is_ticked )( $id ) ) {
			return false;
		}
		// One process may send the same e-mail again later: that one is asked about anew.
		$key = implode( ' ', [ $order->get_id(), $id, $about, $hook, did_action( $hook ) ] );

		return $this->answers[ $key ] ??= ( $this->hold_email )()->take(
			order_id: $order->get_id(),
			email_id: $id,
			refund_id: $about,
			asked_for: fn (): array => $this->asked_for( $order ),
			rule: fn ( DocumentKind $kind ): int => ( $this->rule )( $kind, $order )
		);
	}

	/** @return list<TaskKey> the documents that the order asks for as it stands. */
	private function asked_for( \WC_Order $order ): array {
		$standing = ( $this->order_events )()->read( $order, OrderEvent::STATUS, '', '' );
		return $standing === null ? [] : ( $this->order_event_handler )()->asked_for( $standing );
	}

	/** @return string empty where somebody only asks. */
	private static function hook_that_sends(): string {
		global $wp_current_filter;
		$outer = is_array( $wp_current_filter ) ? array_slice( $wp_current_filter, -2, 1 )[0] ?? '' : '';
		return is_string( $outer ) && str_ends_with( $outer, self::SENDS ) ? $outer : '';
	}
}
