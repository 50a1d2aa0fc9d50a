<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Work\MinuteQuota;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\QuotaTransport;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\System\SystemClock;

/** The pace of a back-fill on the headers of real answers. */
final class SeenQuotaTest extends IntegrationTestCase {

	public function test_a_back_fill_stops_before_the_reserve_and_the_next_process_knows(): void {
		$sandbox = $this->allow_sandbox();
		$sandbox->call( 'POST', '/_sandbox/clock', [ 'now' => '2026-03-02T10:00:05Z' ] );
		$sandbox->call(
			'POST',
			'/_sandbox/options',
			[
				'quota' => [
					'second' => 1000,
					'minute' => 40,
					'day'    => 1000,
					'month'  => 1000,
				],
			]
		);
		delete_option( SeenQuota::OPTION );
		$quota     = new SeenQuota( new SystemClock() );
		$transport = new QuotaTransport( new WordPressTransport( 'test' ), $quota );
		$statuses  = [];
		$calls     = 50;
		while ( $calls-- > 0 && ( $quota->this_minute()?->wait( ( new SystemClock() )->now() ) ?? 0 ) === 0 ) {
			$statuses[] = $transport->send(
				new HttpRequest( method: 'GET', url: $sandbox->url . '/v2/taxes', headers: [], body: null )
			)->status;
		}
		self::assertNotContains( 429, $statuses );
		self::assertGreaterThanOrEqual( MinuteQuota::RESERVE, $quota->this_minute()->left ?? 0 );
		self::assertLessThan( MinuteQuota::RESERVE + 10, $quota->this_minute()->left ?? 40 );

		$quota->handle_shutdown();
		$next = ( new SeenQuota( new SystemClock() ) )->this_minute();
		self::assertEquals( $quota->this_minute(), $next );

		$sandbox->call( 'POST', '/_sandbox/clock', [ 'advance' => 60 ] );
		$transport->send( new HttpRequest( method: 'GET', url: $sandbox->url . '/v2/taxes', headers: [], body: null ) );
		self::assertSame( 0, $quota->this_minute()?->wait( ( new SystemClock() )->now() ), 'The minute has turned.' );
		remove_action( 'shutdown', [ $quota, 'handle_shutdown' ] );
	}
}
