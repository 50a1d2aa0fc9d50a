<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\SameClient;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Wording\SameClientText;

/**
 * In the order box, where this shop made a customer for the order: it may be a client whom Sellsy had already. Sellsy
 * is asked once a person has pressed the button.
 */
final class SameClientPart implements BoxPart {

	/** What is posted to admin-post.php. */
	public const ACTION = 'orderinvoicer_same_client';

	private const ASKED = 'orderinvoicer_clients';

	private readonly BoxForm $form;

	public function __construct(
		private readonly SameClient $same,
		private readonly SameClientText $texts,
		private readonly Logger $logger,
	) {
		$this->form = new BoxForm( self::ACTION );
	}

	public function register(): void {
		$this->form->register( [ $this, 'handle_admin_post' ] );
	}

	/** @param list<Task> $rows of the order, newest revision last. */
	public function render( \WC_Order $order, array $rows ): void {
		if ( ! $this->is_offered( $order->get_id() ) ) {
			return;
		}
		$nonce    = self::asked();
		$is_asked = $nonce !== '' && wp_verify_nonce( $nonce, self::ASKED . '_' . $order->get_id() ) !== false;
		printf(
			'<details class="orderinvoicer-same-client"%1$s><summary>%2$s</summary><p>%3$s</p>',
			esc_attr( $is_asked ? ' open' : '' ),
			esc_html__( 'Use a client you had already', 'orderinvoicer' ),
			esc_html__( 'This shop made a customer in Sellsy for this order. If you have a client with the same e-mail address, and both are one, later orders go to that client.', 'orderinvoicer' )
		);
		if ( $is_asked ) {
			$this->render_clients( $order, $rows );
		} else {
			printf(
				'<p><button type="submit" class="button" form="%1$s" formnovalidate>%2$s</button></p>',
				esc_attr( $this->form->id() ),
				esc_html__( 'Look for such clients in Sellsy', 'orderinvoicer' )
			);
		}
		echo '</details>';
		$this->form->print_later( $order->get_id() );
	}

	/** Other code of the site may throw anything while an order is read; the box is shown all the same. */
	private function is_offered( int $order_id ): bool {
		try {
			return $this->same->is_offered( $order_id );
		} catch ( \Throwable ) {
			return false;
		}
	}

	/** @param list<Task> $rows */
	private function render_clients( \WC_Order $order, array $rows ): void {
		try {
			$clients = $this->same->candidates( $order->get_id() );
		} catch ( RemoteFailure ) {
			$clients = null;
		}
		if ( $clients === null || $clients === [] ) {
			$why = $clients === null
				? __( 'Sellsy could not be asked for such clients. Try again in a moment.', 'orderinvoicer' )
				: __( 'No other client was found by this e-mail address, as your orders write it and in small letters. One that has other capitals in Sellsy may not be found: change them there, then look again.', 'orderinvoicer' );
			printf( '<p role="status">%s</p>', esc_html( $why ) );
			return;
		}
		foreach ( $clients as $client ) {
			printf(
				'<p><label><input type="radio" form="%1$s" name="client" value="%2$s" required> %3$s</label></p>',
				esc_attr( $this->form->id() ),
				esc_attr( "{$client->ref->type->value}:{$client->ref->id}" ),
				esc_html( self::label( $client ) )
			);
		}
		foreach ( [ $this->texts->follows( $rows ), ...$this->texts->becomes_final( $rows, $order ) ] as $sentence ) {
			printf( '<p>%s</p>', esc_html( $sentence ) );
		}
		printf(
			'<p><button type="submit" class="button" form="%1$s" name="same" value="1">%2$s</button></p>',
			esc_attr( $this->form->id() ),
			esc_html__( 'It is the same client', 'orderinvoicer' )
		);
	}

	public static function label( RemoteCustomer $client ): string {
		$kind  = $client->ref->type === CustomerType::Company
			? __( 'company', 'orderinvoicer' )
			: __( 'individual', 'orderinvoicer' );
		$facts = array_filter(
			[ $kind, $client->email, $client->reference, $client->siret ],
			static fn ( string $fact ): bool => $fact !== ''
		);
		/* translators: 1: name of a customer, 2: what else is known of the customer */
		return sprintf( __( '%1$s (%2$s)', 'orderinvoicer' ), $client->name, implode( ', ', $facts ) );
	}

	public function handle_admin_post(): void {
		$order = $this->form->order();
		$url   = $order->get_edit_order_url();
		if ( BoxForm::posted( 'same' ) === '' ) {
			$nonce = wp_create_nonce( self::ASKED . '_' . $order->get_id() );
			$this->form->go( add_query_arg( self::ASKED, $nonce, $url ) . '#orderinvoicer-order' );
			return;
		}
		$this->form->go( "$url#orderinvoicer-order", $this->say( $order->get_id() ) );
	}

	/** @return string why nothing was changed; empty once it is said. */
	private function say( int $order_id ): string {
		[ $type, $id ] = explode( ':', BoxForm::posted( 'client' ) . ':' );
		$type          = CustomerType::tryFrom( $type );
		try {
			$is_said = $type !== null
				&& (int) $id > 0
				&& $this->same->say( $order_id, new CustomerRef( $type, (int) $id ) );
		} catch ( RemoteFailure ) {
			return __(
				'Order Invoicer: nothing was changed, because Sellsy did not answer. Try again in a moment.',
				'orderinvoicer'
			);
		} catch ( \Throwable $error ) {
			$this->logger->error( 'A client could not be chosen.', [], $error );
			return BoxForm::failed();
		}
		return $is_said
			? ''
			: __( 'Order Invoicer: nothing was changed. Choose one of the clients that are shown.', 'orderinvoicer' );
	}

	/** The list of clients is open: the box is not to be redrawn under the person who chooses. */
	public static function is_open(): bool {
		return self::asked() !== '';
	}

	private static function asked(): string {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- render() checks before Sellsy is asked.
		return isset( $_GET[ self::ASKED ] ) && is_string( $_GET[ self::ASKED ] )
			? sanitize_text_field( wp_unslash( $_GET[ self::ASKED ] ) )
			: '';
		// phpcs:enable
	}
}
