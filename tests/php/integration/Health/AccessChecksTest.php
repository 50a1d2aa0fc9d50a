<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use OrderInvoicer\Sellsy\Auth\Token;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Rights\Privilege;
use OrderInvoicer\Sellsy\SeenPerson;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Options\OptionConnection;
use PHPUnit\Framework\Attributes\Group;

/** Each check of the access: one where it is wrong, one where it is right, one that nobody has seen. */
#[Group( 'real-woocommerce' )]
final class AccessChecksTest extends HealthTestCase {

	private SandboxShop $shop;

	private Adapters $adapters;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->adapters = new Adapters( $GLOBALS['wpdb'] );
		$this->sign_in_as_admin();
		( new OptionConnection() )->remember(
			$this->adapters->credential_store()->current()->client_id ?? '',
			[
				'id'    => 1,
				'name'  => 'Somebody',
				'email' => 'somebody@shop.example',
			]
		);
	}

	/** @param array<string, mixed> $said what Sellsy answers of the person. */
	private function person( array $said ): void {
		( new SeenPerson( $this->adapters->credential_store(), ( new Adapters( $GLOBALS['wpdb'] ) )->clock() ) )
			->keep( new Answer( $said, 'GET /staffs/me', 200 ) );
	}

	public function test_before_a_shop_is_connected_nothing_of_its_access_is_known(): void {
		( new OptionConnection() )->forget();
		foreach ( [ 'privileges', 'person', 'shared_access', 'keys' ] as $check ) {
			self::assertSame( 'unknown', $this->shown( $check )['status'], $check );
		}
	}

	public function test_a_privilege_that_sellsy_withholds_is_named_after_the_test_of_the_connection(): void {
		delete_option( SeenPerson::OPTION );
		self::assertSame( 'unknown', $this->shown( 'privileges' )['status'] );
		$this->shop->sandbox->call(
			'POST',
			'/_sandbox/options',
			[ 'denied_operations' => [ 'POST /invoices', 'PUT /items/{id}' ] ]
		);

		PluginEngine::make()->test_connection()->test();

		$shown = $this->shown( 'privileges' );
		self::assertSame( 'critical', $shown['status'] );
		self::assertStringContainsString( '2 privileges', $shown['title'] );
		self::assertEqualsCanonicalizing(
			[ 'Facturation / Créer des factures', 'Catalogue / Modifier des produits et services' ],
			$shown['items']
		);
		self::assertStringEndsWith( 'lacks:', $shown['why'], 'The list follows.' );
		// One cause is told once.
		$connection = $this->shown( 'connection' );
		self::assertSame( 'good', $connection['status'] );
		self::assertStringContainsString( 'under the privileges', $connection['why'] );
		$on_site_health = $this->verdict( 'privileges' )['description'];
		self::assertStringContainsString( "<li>{$shown['items'][0]}</li>", html_entity_decode( $on_site_health ) );
	}

	public function test_what_sellsy_never_says_is_not_known_and_an_administrator_has_it_all(): void {
		$acl = array_fill_keys( Privilege::fields(), true );
		$this->person( [ '_embed' => [ 'acl' => $acl ] ] );
		$shown = $this->shown( 'privileges' );
		self::assertSame( 'unknown', $shown['status'] );
		$unseen = implode( "\n", $shown['items'] );
		self::assertStringContainsString( 'lignes simples', $unseen );
		self::assertStringContainsString( 'visualisation des factures : Toutes', $unseen );
		self::assertStringNotContainsString( 'bons de commande', $unseen, 'No orders are made here.' );

		$this->person(
			[
				'_embed' => [
					'acl'     => $acl,
					'profile' => [
						'id'               => 1,
						'name'             => 'Administrateur',
						'is_administrator' => true,
					],
				],
			]
		);
		self::assertSame( 'good', $this->shown( 'privileges' )['status'] );
	}

	public function test_what_was_done_is_known_though_sellsy_never_says_it(): void {
		$this->shop->change_settings( [ 'creditnote' => $this->shop->like_invoice( 'confirmed' ) ] );
		$this->person( [ '_embed' => [ 'acl' => [ 'create_invoices' => true ] ] ] );
		$words = [ 'Facturation / Créer des avoirs', 'Facturation / Valider des avoirs' ];
		self::assertSame( [], array_diff( $words, $this->shown( 'privileges' )['items'] ) );

		$this->adapters->seen_rights()->succeeded( 'POST /credit-notes' );
		$this->adapters->seen_rights()->succeeded( 'POST /credit-notes/{id}/validate' );

		self::assertSame( [], array_intersect( $words, $this->shown( 'privileges' )['items'] ) );
	}

	public function test_the_daily_look_reads_the_person_too(): void {
		delete_option( SeenPerson::OPTION );
		$this->adapters->account()->read_name();
		self::assertNotSame( 'Not known: whether', $this->shown( 'person' )['title'] );
		self::assertNotNull( $this->adapters->seen_person()->seen_at() );
	}

	public function test_a_person_who_left_is_critical(): void {
		delete_option( SeenPerson::OPTION );
		self::assertSame( 'unknown', $this->shown( 'person' )['status'] );
		foreach ( [ 'blocked', 'deleted' ] as $status ) {
			$this->person( [ 'status' => $status ] );
			self::assertSame( 'critical', $this->shown( 'person' )['status'] );
		}
		$this->person( [ 'status' => 'ok' ] );
		self::assertSame( 'good', $this->shown( 'person' )['status'] );
	}

	/** @param list<int> $taken */
	private function token( array $taken, int $given_at, int $days = 30 ): void {
		$this->adapters->token_store()->write(
			new Token(
				client_id: $this->adapters->credential_store()->current()->client_id ?? '',
				access_token: 'a',
				refresh_token: '',
				expires_at: time() + 3600,
				given_at: $given_at,
				taken: $taken,
				noted_since: $given_at === 0 ? 0 : $given_at - $days * DAY_IN_SECONDS
			)
		);
	}

	public function test_a_token_that_is_taken_back_again_and_again_shows_another_program(): void {
		$this->token( [], 0 ); // Of a release that did not note it.
		self::assertSame( 'unknown', $this->shown( 'shared_access' )['status'] );

		$this->token( [ time() - 9 * DAY_IN_SECONDS, time() - 60 ], time() );
		self::assertSame( 'good', $this->shown( 'shared_access' )['status'], 'One of them is long ago.' );

		$this->token( [], time(), days: 0 );
		$shown = $this->shown( 'shared_access' );
		self::assertSame( 'unknown', $shown['status'], 'Nobody has looked for a day.' );
		self::assertSame( '', $shown['page'], 'No test of the connection shows it.' );

		$this->token( [], time(), days: 2 );
		$shown = $this->shown( 'shared_access' );
		self::assertSame( 'good', $shown['status'] );
		self::assertStringContainsString( gmdate( 'Y', time() - 2 * DAY_IN_SECONDS ), $shown['why'] );

		$this->token( [ time() - DAY_IN_SECONDS, time() - 60 ], time() );
		self::assertSame( 'recommended', $this->shown( 'shared_access' )['status'] );
	}

	public function test_keys_in_use_for_more_than_a_year_are_to_be_changed(): void {
		self::assertSame( 'good', $this->shown( 'keys' )['status'] );
		$this->keep_keys( [ 'since' => time() - 400 * DAY_IN_SECONDS ] );
		$shown = $this->shown( 'keys' );
		self::assertSame( 'recommended', $shown['status'] );
		self::assertStringContainsString( 'second access', $shown['next_step'] );

		$current = $this->adapters->credential_store()->current();
		self::assertNotNull( $current );
		$this->adapters->credential_store()->save( $current );
		self::assertSame( 'recommended', $this->shown( 'keys' )['status'], 'The same keys are no younger.' );

		$this->keep_keys( [] );
		self::assertSame( 'unknown', $this->shown( 'keys' )['status'], 'Entered in an earlier release.' );
	}

	/** @param array<string, int> $noted */
	private function keep_keys( array $noted ): void {
		$current = $this->adapters->credential_store()->current();
		self::assertNotNull( $current );
		( new Adapters( $GLOBALS['wpdb'] ) )->sodium_secret_store()
			->set( 'credentials', (string) wp_json_encode( get_object_vars( $current ) + $noted ) );
	}
}
