<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\SellsyWebhooks;

/**
 * Inferred: which of the account's events tell of documents. The rest is as Sellsy describes it.
 *
 * @assumes events-of-documents
 * @assumes webhook-by-address
 */
final class SellsyWebhooksTest extends AdapterTestCase {

	private const URL = 'https://shop.fr/?wc-api=orderinvoicer_events';

	private SellsyWebhooks $webhooks;

	protected function setUp(): void {
		parent::setUp();
		$this->webhooks = new SellsyWebhooks( $this->client );
	}

	public function test_events_of_documents_without_what_we_do_ourselves(): void {
		$this->answer(
			[
				[
					'id'          => 'docslog',
					'description' => 'Documents',
					'events'      => [
						'created'    => 'Création',
						'step'       => 'Étape',
						'paymentadd' => 'Paiement',
						'emailsent'  => 'E-mail',
					],
				],
				[
					'id'          => 'estimate',
					'description' => 'Devis',
					'events'      => [ 'step' => 'Étape' ],
					'parent'      => 'docslog',
				],
				[
					'id'          => 'client',
					'description' => 'Clients',
					'events'      => [ 'updated' => 'Modification' ],
				],
			]
		);
		self::assertSame( [ 'docslog.step', 'docslog.paymentadd', 'estimate.step' ], $this->webhooks->events() );
	}

	public function test_an_account_without_any_says_so(): void {
		$this->answer( [] );
		self::assertSame( [], $this->webhooks->events() );
	}

	public function test_it_is_made_for_json_with_its_key(): void {
		$this->answer( [ 'id' => 12 ], 201 );
		self::assertSame( 12, $this->webhooks->create( self::URL, 'secret', [ 'docslog.step' ] ) );
		self::assertSame(
			[
				'is_enabled'        => true,
				'name'              => 'Order Invoicer',
				'endpoint'          => self::URL,
				'type'              => 'http',
				'object_in_payload' => false,
				'json_content_type' => true,
				'sign_key'          => 'secret',
				'configuration'     => [
					[
						'id'         => 'docslog.step',
						'is_enabled' => true,
					],
				],
			],
			$this->sent( 0 )
		);
	}

	public function test_only_the_very_address_is_ours(): void {
		$this->answer_list(
			[
				[
					'id'       => 1,
					'endpoint' => self::URL,
				],
				[
					'id'       => 2,
					'endpoint' => self::URL . '&other',
				],
				[
					'id'       => 3,
					'endpoint' => 'https://copy.shop.fr/?wc-api=orderinvoicer_events',
				],
			]
		);
		self::assertSame( [ 1 ], $this->webhooks->at( self::URL ) );
	}

	public function test_one_that_is_gone_or_switched_off_does_not_stand(): void {
		$this->answer(
			[
				'id' => 1,
				'is_enabled' => true,
			]
		);
		self::assertTrue( $this->webhooks->stands( 1 ) );
		$this->answer(
			[
				'id' => 1,
				'is_enabled' => false,
			]
		);
		self::assertFalse( $this->webhooks->stands( 1 ) );
		$this->answer( self::refused( 404 ), 404 );
		self::assertFalse( $this->webhooks->stands( 1 ) );
	}

	public function test_what_is_gone_need_not_be_deleted_and_any_other_failure_is_one(): void {
		$this->answer( self::refused( 404 ), 404 );
		$this->webhooks->delete( 1 );
		$this->answer( self::refused( 403 ), 403 );
		try {
			$this->webhooks->delete( 1 );
			self::fail( 'Not deleted.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::AccountBlocked, $failure->kind );
		}
	}

	/** @return array<string, array<string, int|string>> */
	private static function refused( int $status ): array {
		return [
			'error' => [
				'code'    => $status,
				'message' => 'non',
			],
		];
	}
}
