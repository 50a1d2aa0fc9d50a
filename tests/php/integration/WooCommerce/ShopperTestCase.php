<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Features\ShopperDocuments\DownloadLink;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;

/** A shop whose shoppers get their invoices and credit notes, and requests of theirs to the site itself. */
abstract class ShopperTestCase extends CommittedTestCase {

	protected SandboxShop $shop;
	protected int $customer;
	protected int $other;

	/** @var array<int, string> by user: a nonce belongs to its session. */
	private array $cookies = [];

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->give( [ 'invoice', 'creditnote' ] );
		$this->customer = $this->user( 'customer' );
		$this->other    = $this->user( 'other' );
	}

	/** @param list<string> $kinds that shoppers get from now on. */
	final protected function give( array $kinds ): void {
		$this->shop->change_settings( [ 'shopper' => [ 'kinds' => $kinds ] ] );
		wp_set_current_user( 0 );
	}

	final protected function store( string $own_tables ): void {
		global $wpdb;
		$wpdb->update(
			$wpdb->options,
			[ 'option_value' => $own_tables ],
			[ 'option_name' => 'woocommerce_custom_orders_table_enabled' ]
		);
		wp_cache_flush();
	}

	final protected function invoiced( int $customer ): \WC_Order {
		$order = $this->shop->order();
		$order->set_customer_id( $customer );
		$order->update_status( 'processing' );
		$this->shop->work( $order );
		$final = $this->shop->find( $order, Effect::ValidateInvoice );
		if ( $final !== null && ! $this->shop->is_finished( $order ) ) {
			do_action( ActionSchedulerQueue::HOOK, $final->id );
		}
		self::assertTrue( $this->shop->is_finished( $order ) );
		return $order;
	}

	final protected function draft( int $customer ): \WC_Order {
		$this->shop->change_settings(
			[ 'invoice' => [ 'finalise' => 'manual' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		wp_set_current_user( 0 );
		$order = $this->shop->order();
		$order->set_customer_id( $customer );
		$order->update_status( 'processing' );
		$this->shop->work( $order );
		self::assertGreaterThan( 0, $this->shop->row( $order )->remote_id );
		return $order;
	}

	final protected function make_old( \WC_Order $order ): void {
		$order->set_date_created( time() - HOUR_IN_SECONDS );
		$order->save();
	}

	final protected function link( \WC_Order $order, string $key = '' ): string {
		return DownloadLink::url( $order->get_id(), $this->shop->row( $order )->id, $key );
	}

	private function user( string $name ): int {
		$id = wp_insert_user(
			[
				'user_login' => "shopper-$name",
				'user_pass'  => 'password',
				'user_email' => "$name@example.com",
				'role'       => 'customer',
			]
		);
		self::assertIsInt( $id );
		return $id;
	}

	/** Requests to Sellsy's API and for files. */
	final protected function asked(): int {
		return count(
			array_filter(
				$this->shop->sandbox->call( 'GET', '/_sandbox/calls' ),
				static fn ( mixed $call ): bool =>
					is_array( $call ) && in_array( $call['host'], [ 'api', 'files' ], true )
			)
		);
	}

	/**
	 * @param string|null           $email posted with WooCommerce's own forms, the classic one and that of blocks.
	 * @param array<string, string> $post  what else is posted.
	 * @return array{status: int, headers: array<string, string>, body: string}
	 */
	final protected function ask(
		string $url,
		int $user = 0,
		?string $email = null,
		string $method = 'GET',
		array $post = [],
	): array {
		$cookie = $this->cookies[ $user ] ?? '';
		if ( $user > 0 && $cookie === '' ) {
			$token  = \WP_Session_Tokens::get_instance( $user )->create( time() + 3600 );
			$value  = wp_generate_auth_cookie( $user, time() + 3600, 'logged_in', $token );
			$admin  = wp_generate_auth_cookie( $user, time() + 3600, 'auth', $token );
			$cookie = 'Cookie: ' . LOGGED_IN_COOKIE . '=' . rawurlencode( $value )
				. '; ' . AUTH_COOKIE . '=' . rawurlencode( $admin ) . "\r\n";

			$this->cookies[ $user ] = $cookie;
		}
		$post   += $email === null ? [] : [
			'email'            => $email,
			'check_submission' => wp_create_nonce( 'wc_verify_email' ),
			'_wpnonce'         => wp_create_nonce( 'wc_verify_email' ),
		];
		$context = stream_context_create(
			[
				'http' => [
					'method'        => $post === [] ? $method : 'POST',
					'header'        => $cookie . "Orderinvoicer-Alone: yes\r\n"
						. ( $post === [] ? '' : "Content-Type: application/x-www-form-urlencoded\r\n" ),
					'content'       => http_build_query( $post ),
					'ignore_errors' => true,
					'timeout'       => 60,
				],
			]
		);
		$body    = (string) file_get_contents( $url, false, $context );
		$headers = [];
		$status  = 0;
		foreach ( $http_response_header as $line ) {
			if ( preg_match( '#^HTTP/\S+ (\d+)#', $line, $match ) === 1 ) {
				[ $status, $headers ] = [ (int) $match[1], [] ];
			} else {
				[ $name, $value ] = explode( ':', $line, 2 ) + [ '', '' ];
				$headers[ strtolower( $name ) ] = trim( $value );
			}
		}
		return [
			'status'  => $status,
			'headers' => $headers,
			'body'    => $body,
		];
	}
}
