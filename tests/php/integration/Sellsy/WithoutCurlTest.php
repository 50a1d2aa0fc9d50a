<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WpOrg\Requests\Transport\Fsockopen;

/** A server without cURL: WordPress asks over PHP's own streams, whose errors have no numbers. */
final class WithoutCurlTest extends IntegrationTestCase {

	/** @return iterable<string, array{bool, bool}> whether somebody hangs up; whether it may have been sent. */
	public static function servers(): iterable {
		yield 'nobody listens' => [ false, false ];
		yield 'somebody hangs up without an answer' => [ true, true ];
	}

	#[DataProvider( 'servers' )]
	public function test_a_request_that_never_left_is_told_from_one_that_may_have( bool $listens, bool $sent ): void {
		$server = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::assertIsResource( $server );
		$address = stream_socket_get_name( $server, false );
		$hang_up = static function () use ( $server ): void {
			$met = stream_socket_accept( $server );
			if ( $met !== false ) {
				fclose( $met );
			}
		};
		$streams = static function ( mixed $url, mixed $headers, mixed $data, mixed $type, array &$options ): void {
			$options['transport'] = Fsockopen::class;
		};
		add_action( 'requests-requests.before_request', $streams, 10, 5 );
		if ( $listens ) {
			add_action( 'requests-fsockopen.after_send', $hang_up );
		} else {
			fclose( $server );
		}
		HttpGuard::allow( "http://$address" );
		try {
			( new WordPressTransport( '1' ) )->send( new HttpRequest( 'POST', "http://$address/", [], '{}' ) );
			self::fail( 'There was no answer.' );
		} catch ( TransportFailure $failure ) {
			self::assertSame( $sent, $failure->may_have_been_sent, $failure->getMessage() );
		} finally {
			remove_action( 'requests-requests.before_request', $streams );
			remove_action( 'requests-fsockopen.after_send', $hang_up );
		}
	}
}
