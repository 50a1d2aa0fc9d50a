<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\WordPress\Queue\Wakeups;

/** The owner's own client has the e-mail address of an order that got a customer of its own. */
final class SameClientTest extends OrderBoxTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->shop->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
	}

	public function test_a_person_says_so_and_the_draft_is_given_to_that_client(): void {
		$order  = $this->shop->order();
		$client = $this->shop->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'      => 'client',
				'last_name' => 'Quite-Different',
				'email'     => $order->get_billing_email(),
			]
		);
		$order->payment_complete();
		$this->shop->work( $order );
		do_action( Wakeups::SWEEP );
		self::assertNotSame( $client['id'], $this->billed() );
		self::assertStringContainsString( 'Use a client you had already', $this->box( $order ) );

		$path  = "/orders/{$order->get_id()}/same-client";
		$found = self::post( $path, [], 'GET' )->get_data();
		self::assertSame( [ $client['id'] ], array_column( $found['clients'], 'id' ) );
		self::assertStringContainsString( 'The draft invoice of this order is given', $found['follows'] );

		self::post(
			$path,
			[
				'type' => 'individual',
				'id'   => $client['id'],
			]
		);
		do_action( Wakeups::SWEEP );

		self::assertSame( $client['id'], $this->billed() );
		self::assertStringNotContainsString( 'Use a client you had already', $this->box( $order ) );
	}

	private function billed(): int {
		return (int) $this->shop->only_invoice()['related'][0]['id'];
	}
}
