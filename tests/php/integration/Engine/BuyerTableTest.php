<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;

/**
 * Sequences of tests/fixtures/buyer-table.php on real orders against the sandbox; all of them run on the pure code too.
 * Some always, the rest of those marked for it in the whole walk (`Cuts::are_all()`).
 *
 * @group walks
 */
final class BuyerTableTest extends IntegrationTestCase {

	private const ALWAYS = [
		'two companies, one e-mail',
		'Michel and Michèle',
		'a sole trader without a company name',
		'two sites of one company',
		'a client of the owner with capitals in the e-mail',
		'a client of the owner by a contact',
		'an office with one mailbox',
	];

	private const HOME = '1 rue de la Paix|75002|Paris|FR';

	private SandboxShop $shop;
	private \WC_Product $product;
	private int $user_id = 0;

	/** @var array<string, string> customers by their name in the table. */
	private array $known = [];

	/** @var list<string> */
	private array $said = [];

	protected function setUp(): void {
		parent::setUp();
		if ( class_exists( \Standin_Recordings::class ) ) {
			self::markTestSkipped( 'The stand-in has recorded orders only.' );
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->product = wc_get_products(
			[
				'limit' => 1,
				'type'  => 'simple',
			]
		)[0];
		$this->user_id = (int) wp_insert_user(
			[
				'user_login' => 'buyer-of-the-table',
				'user_pass'  => 'secret',
				'user_email' => 'buyer@table.test',
			]
		);
		add_action(
			'orderinvoicer_order_needs_attention',
			function ( \WC_Order $order, string $code ): void {
				$this->said[] = $order->get_id() . " $code";
			},
			10,
			2
		);
	}

	protected function tearDown(): void {
		remove_all_actions( 'orderinvoicer_order_needs_attention' );
		parent::tearDown();
	}

	public function test_the_queue_works_between_the_orders_and_the_search_minds_the_case(): void {
		$this->run_all( false, 'exact' );
	}

	public function test_all_orders_are_placed_first_and_the_search_does_not_mind_the_case(): void {
		$this->run_all( true, 'any-case' );
	}

	/**
	 * In the whole walk only.
	 *
	 * @group faults
	 * @testWith [false, "any-case"]
	 *           [true, "exact"]
	 */
	public function test_the_other_way_round( bool $all_first, string $email_search ): void {
		$this->run_all( $all_first, $email_search );
	}

	private function run_all( bool $all_first, string $email_search ): void {
		$this->shop->sandbox->call( 'POST', '/_sandbox/options', [ 'email_search' => $email_search ] );
		$ran   = 0;
		$whole = Cuts::are_all();
		foreach ( require dirname( __DIR__, 3 ) . '/fixtures/buyer-table.php' as $name => $sequence ) {
			if ( ( $sequence['on_woocommerce'] ?? false ) && ( $whole || in_array( $name, self::ALWAYS, true ) ) ) {
				$this->forget_everybody();
				$this->run_sequence( $name, $sequence, $all_first, $email_search === 'exact' );
				++$ran;
			}
		}
		self::assertGreaterThanOrEqual( $whole ? 30 : count( self::ALWAYS ), $ran );
	}

	/** @param array<string, mixed> $sequence */
	private function run_sequence( string $name, array $sequence, bool $all_first, bool $is_exact ): void {
		foreach ( $sequence['clients'] ?? [] as $client => $facts ) {
			$this->has_client( $client, $facts );
		}
		$orders = [];
		foreach ( $sequence['orders'] as $order ) {
			$orders[] = $this->order( $order[0] );
			if ( ! $all_first ) {
				$this->shop->work( end( $orders ) );
			}
		}
		foreach ( $all_first ? $orders : [] as $order ) {
			$this->shop->work( $order );
		}
		$named = $this->named();
		foreach ( $sequence['orders'] as $place => $order ) {
			$expected = $is_exact ? $sequence['exact'][ $place ] ?? $order[1] : $order[1];
			self::assertSame(
				$expected,
				$this->customer( $orders[ $place ], $named, $expected ),
				sprintf( '%s, order %d: %s', $name, $place + 1, $sequence['why'] )
			);
			if ( isset( $order[2] ) ) {
				self::assertContains( $orders[ $place ]->get_id() . " $order[2]", $this->said, $name );
			}
		}
	}

	private function forget_everybody(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_links" );
		$state = $this->shop->sandbox->state();
		foreach ( [ 'companies', 'individuals', 'contacts' ] as $kind ) {
			foreach ( $state[ $kind ] as $record ) {
				$this->shop->sandbox->call( 'DELETE', "/_sandbox/records/$kind/{$record['id']}" );
			}
		}
		$this->known = [];
		$this->said  = [];
	}

	/** @param array<int|string, string> $client */
	private function has_client( string $name, array $client ): void {
		$kind  = $client[0] === 'company' ? 'companies' : 'individuals';
		$parts = explode( ' ', $client[1], 2 );
		$legal = isset( $client['siret'] ) ? [
			'legal_france' => [
				'siret' => $client['siret'],
				'siren' => substr( $client['siret'], 0, 9 ),
			],
		] : [];
		$names = $client[0] === 'company' ? [ 'name' => $client[1] ] : [
			'first_name' => $parts[0],
			'last_name'  => $parts[1],
		];
		$id    = $this->record(
			$kind,
			[
				'type'  => 'client',
				'email' => $client[2],
			] + $names + $legal
		);
		if ( isset( $client['at'] ) ) {
			[ $street, $postcode, $city, $country ] = explode( '|', $client['at'] );
			$this->record(
				"$kind/$id/addresses",
				[
					'name'           => $client[1],
					'address_line_1' => $street,
					'postal_code'    => $postcode,
					'city'           => $city,
					'country_code'   => $country,
				]
			);
		}
		if ( isset( $client['contact'] ) ) {
			$contact = $this->record(
				'contacts',
				[
					'last_name' => 'Petit',
					'email'     => $client['contact'],
				]
			);
			$this->shop->sandbox->call( 'POST', "/_sandbox/records/companies/$id/contacts/$contact", [] );
		}
		$this->known[ "$client[0]$id" ] = $name;
	}

	/** @param array<string, mixed> $body */
	private function record( string $path, array $body ): int {
		$answer = $this->shop->sandbox->call( 'POST', "/_sandbox/records/$path", $body );
		self::assertIsInt( $answer['id'] ?? null, (string) wp_json_encode( $answer ) );
		return $answer['id'];
	}

	/** @param array<string, string|int> $typed */
	private function order( array $typed ): \WC_Order {
		[ $street, $postcode, $city, $country ] = explode( '|', (string) ( $typed['at'] ?? self::HOME ) );

		$order = wc_create_order( [ 'customer_id' => $typed['user'] === 0 ? 0 : $this->user_id ] );
		$order->add_product( $this->product, 1 );
		$order->set_address(
			[
				'first_name' => $typed['first'],
				'last_name'  => $typed['last'],
				'company'    => $typed['company'],
				'email'      => $typed['email'],
				'address_1'  => $street,
				'postcode'   => $postcode,
				'city'       => $city,
				'country'    => $country,
			],
			'billing'
		);
		$order->update_meta_data( BuyerNumbers::OWN_SIRET, (string) ( $typed['siret'] ?? '' ) );
		$order->update_meta_data( BuyerNumbers::OWN_VAT_NUMBER, (string) ( $typed['vat'] ?? '' ) );
		$order->calculate_totals();
		$order->payment_complete( 'tx' );
		return $order;
	}

	/** @return array<int, array{string, string}> customer and its name, by invoice. */
	private function named(): array {
		$state     = $this->shop->sandbox->state();
		$customers = [];
		foreach ( [
			'company' => 'companies',
			'individual' => 'individuals',
		] as $type => $kind ) {
			foreach ( $state[ $kind ] as $customer ) {
				$customers[ $type . $customer['id'] ] = $customer['name']
					?? trim( "{$customer['first_name']} {$customer['last_name']}" );
			}
		}
		$named = [];
		foreach ( $state['invoices'] as $invoice ) {
			foreach ( $invoice['related'] as $related ) {
				if ( isset( $customers[ $related['type'] . $related['id'] ] ) ) {
					$named[ $invoice['id'] ] = [
						$related['type'] . $related['id'],
						$customers[ $related['type'] . $related['id'] ],
					];
				}
			}
		}
		return $named;
	}

	/**
	 * In the table's words. A customer that is met for the first time must bear the order's name.
	 *
	 * @param array<int, array{string, string}> $named
	 */
	private function customer( \WC_Order $order, array $named, string $expected ): string {
		$row = $this->shop->row( $order );
		if ( ! isset( $named[ $row->remote_id ] ) ) {
			return match ( $row->problem?->code->value ) {
				'several_customers'   => 'ask several',
				'customer_other_kind' => 'ask kind',
				'customer_nameless'   => 'nameless',
				default               => ( $row->problem->code->value ?? 'nothing' )
					. wp_json_encode( $row->problem->facts ?? [] ),
			};
		}
		[ $customer, $name ] = $named[ $row->remote_id ];
		if ( ! isset( $this->known[ $customer ] ) && ! in_array( $expected, $this->known, true ) ) {
			$this->known[ $customer ] = $expected;
			$company                  = preg_match( '/[\p{L}\p{N}]/u', $order->get_billing_company() ) === 1
				? $order->get_billing_company()
				: '';
			self::assertSame(
				$company !== ''
					? $company
					: trim( $order->get_billing_first_name() . ' ' . $order->get_billing_last_name() ),
				$name
			);
		}
		return $this->known[ $customer ] ?? "another: $customer";
	}
}
