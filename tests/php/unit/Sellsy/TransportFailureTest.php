<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Transport\TransportFailure;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The texts are cURL's and WordPress's own, several versions of them. */
final class TransportFailureTest extends TestCase {

	#[DataProvider( 'failures' )]
	public function test_tells_what_cannot_have_been_sent(
		bool $may_have_been_sent,
		string $code,
		string $message,
	): void {
		$failure = TransportFailure::from_wordpress( $code, $message );

		self::assertSame( $may_have_been_sent, $failure->may_have_been_sent );
		self::assertSame( $message, $failure->getMessage() );
	}

	/** @return iterable<string, array{bool, string, string}> */
	public static function failures(): iterable {
		$curl = 'http_request_failed';
		yield 'host not found' => [ false, $curl, 'cURL error 6: Could not resolve host: api.sellsy.com' ];
		yield 'proxy not found' => [ false, $curl, 'cURL error 5: Could not resolve proxy: proxy.example' ];
		yield 'refused' => [
			false,
			$curl,
			'cURL error 7: Failed to connect to api.sellsy.com port 443 after 3 ms: Connection refused',
		];
		yield 'TLS handshake' => [
			false,
			$curl,
			'cURL error 35: OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to api.sellsy.com:443',
		];
		yield 'certificate' => [ false, $curl, 'cURL error 60: SSL certificate problem: certificate has expired' ];
		yield 'time-out while resolving' => [
			false,
			$curl,
			'cURL error 28: Resolving timed out after 10000 milliseconds',
		];
		yield 'time-out while connecting' => [
			false,
			$curl,
			'cURL error 28: Connection timed out after 10001 milliseconds',
		];
		yield 'time-out while connecting, newer cURL' => [
			false,
			$curl,
			'cURL error 28: Failed to connect to api.sellsy.com port 443 after 10002 ms: Timeout was reached',
		];
		yield 'time-out of the handshake' => [ false, $curl, 'cURL error 28: SSL connection timeout' ];
		yield 'blocked by WordPress' => [
			false,
			'http_request_not_executed',
			'User has blocked requests through HTTP.',
		];
		yield 'time-out while waiting' => [
			true,
			$curl,
			'cURL error 28: Operation timed out after 30001 milliseconds with 0 bytes received',
		];
		yield 'time-out while reading' => [
			true,
			$curl,
			'cURL error 28: Operation timed out after 30001 milliseconds with 120 out of 900 bytes received',
		];
		yield 'empty reply' => [ true, $curl, 'cURL error 52: Empty reply from server' ];
		yield 'sending broke off' => [ true, $curl, 'cURL error 55: Send failure: Broken pipe' ];
		yield 'reading broke off' => [ true, $curl, 'cURL error 56: Recv failure: Connection reset by peer' ];
		yield 'half an answer' => [ true, $curl, 'cURL error 18: transfer closed with 53 bytes remaining to read' ];
		yield 'HTTP/2 stream' => [ true, $curl, 'cURL error 92: HTTP/2 stream 0 was not closed cleanly' ];
		yield 'a number nobody knows yet' => [ true, $curl, 'cURL error 250: Something new' ];
		yield 'no cURL' => [ true, $curl, 'stream_socket_client(): unable to connect' ];
	}
}
