<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\RightProbe;
use OrderInvoicer\Sellsy\Rights\RouteScopes;

/**
 * Inferred: what a call that cannot create anything says of a right to write.
 *
 * @assumes rights-before-objects
 */
final class RightProbeTest extends ClientTestCase {

	private const NAMES = [
		'invoices.write',
		'invoices.validate',
		'credit-notes.write',
		'credit-notes.validate',
		'items.write',
		'companies.write',
		'individuals.write',
		'contacts.write',
		'orders.write',
		'estimates.write',
		'payments.write',
		'webhooks.write',
	];

	private const KNOWN = [ 'invoices.write' => RightState::Seen ];

	/** @return array<string, array{int, RightState}> */
	public static function answers(): array {
		return [
			'no right'                          => [ 403, RightState::Missing ],
			'no such document'                  => [ 404, RightState::Seen ],
			'an incomplete request'             => [ 400, RightState::Seen ],
			'no such method'                    => [ 405, RightState::Unseen ],
			'a rule of the account'             => [ 422, RightState::Unseen ],
			'a payment that the plan wants'     => [ 402, RightState::Unseen ],
			'Sellsy is down'                    => [ 503, RightState::Unseen ],
			'it was found, though nobody has it' => [ 200, RightState::Unseen ],
		];
	}

	/** @dataProvider answers */
	public function test_a_call_that_cannot_create_shows_a_right_missing_or_seen_else_nothing(
		int $status,
		RightState $state,
	): void {
		foreach ( self::NAMES as $name ) {
			$this->answer(
				$status < 300 ? [] : [
					'error' => [
						'code'    => $status,
						'message' => 'non',
					],
				],
				$status
			);
			self::assertSame( $state, ( new RightProbe( $this->client ) )->state( $name, self::KNOWN ), $name );
			$levels = array_column( $this->log->lines, 'level' );
			self::assertSame( $status === 503, in_array( 'error', $levels, true ), 'A refusal is what it asks for.' );
		}
	}

	public function test_each_call_is_on_what_no_account_has_and_needs_that_right(): void {
		$contract = new SentContract();
		foreach ( self::NAMES as $name ) {
			$this->answer( [ 'error' => [ 'message' => 'non' ] ], 404 );
			( new RightProbe( $this->client ) )->state( $name, self::KNOWN );
			$sent = $this->transport->requests[ array_key_last( $this->transport->requests ) ];
			self::assertStringContainsString( '2147483647', $sent->url . $sent->body, $name );
			self::assertNotContains(
				"$sent->method $sent->url",
				[
					'POST https://api.test/v2/invoices',
					'POST https://api.test/v2/items',
					'POST https://api.test/v2/credit-notes',
				]
			);
			$route = $sent->method . ' '
				. preg_replace(
					[
						'#^https://api\.test/v2#',
						'#payments/2147483647#',
						'#^(/invoices/)2147483647(/payments)#',
						'#2147483647#',
					],
					[ '', 'payments/{paymentId}', '$1{documentId}$2', '{id}' ],
					$sent->url
				);
			self::assertContains( $name, RouteScopes::rights( $route ), $route );
			self::assertSame( '', $contract->problem( $sent ), $name );
		}
		self::assertSame( RightState::Unseen, ( new RightProbe( $this->client ) )->state( 'taxes.read', [] ) );
	}

	public function test_a_refusal_of_two_rights_names_none_while_the_other_was_not_seen(): void {
		$this->answer( [ 'error' => [ 'message' => 'non' ] ], 403 );
		$this->answer( [ 'error' => [ 'message' => 'non' ] ], 403 );
		$probe = new RightProbe( $this->client );

		self::assertSame(
			RightState::Unseen,
			$probe->state( 'payments.write', [ 'invoices.write' => RightState::Missing ] )
		);
		self::assertSame( RightState::Missing, $probe->state( 'payments.write', self::KNOWN ) );
	}

	public function test_a_firewall_on_the_way_says_nothing_of_a_right(): void {
		foreach ( self::NAMES as $name ) {
			$this->answer( [ 'blocked' => true ], 403 );
			self::assertSame(
				RightState::Unseen,
				( new RightProbe( $this->client ) )->state( $name, self::KNOWN ),
				$name
			);
		}
	}

	public function test_an_access_that_is_refused_shows_nothing_of_its_rights(): void {
		$this->answer( [ 'error' => [ 'message' => 'non' ] ], 429 );

		$this->expectExceptionObject( new RemoteFailure( FailureKind::RateLimited, 429, 'PUT /items/{id}' ) );
		( new RightProbe( $this->client ) )->state( 'items.write', [] );
	}
}
