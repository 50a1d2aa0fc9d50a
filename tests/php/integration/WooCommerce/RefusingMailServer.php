<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use PHPMailer\PHPMailer\PHPMailer;
use PHPUnit\Framework\Assert;

/** WordPress's own PHPMailer sends to a mail server that refuses addresses beginning with "gone@". */
final class RefusingMailServer {

	/** @var resource */
	private $process;

	/** @var resource what it says. */
	private $says;

	private int $port;

	public function __construct() {
		$process = proc_open(
			[ PHP_BINARY, __DIR__ . '/refusing-mail-server.php' ],
			[
				1 => [ 'pipe', 'w' ],
				2 => STDERR,
			],
			$pipes
		);
		Assert::assertIsResource( $process );
		$this->process = $process;
		$this->says    = $pipes[1];
		$this->port    = (int) fgets( $this->says );
		Assert::assertGreaterThan( 0, $this->port );
		add_action( 'phpmailer_init', [ $this, 'handle_phpmailer_init' ] );
		// What a test holds back elsewhere leaves here.
		add_filter( 'pre_wp_mail', '__return_null', PHP_INT_MAX );
		add_filter( 'wp_mail_from', [ $this, 'from' ], PHP_INT_MAX );
	}

	public function handle_phpmailer_init( PHPMailer $mailer ): void {
		$mailer->isSMTP();
		// phpcs:disable WordPress.NamingConventions.ValidVariableName -- PHPMailer's names.
		$mailer->Host        = '127.0.0.1';
		$mailer->Port        = $this->port;
		$mailer->SMTPAutoTLS = false;
		// phpcs:enable
	}

	/** A site on an address without a name has no sender that PHPMailer would take. */
	public function from(): string {
		return 'shop@example.test';
	}

	/** @return list<string> the messages that it has: who each is for, and its subject. */
	public function close(): array {
		remove_action( 'phpmailer_init', [ $this, 'handle_phpmailer_init' ] );
		remove_filter( 'pre_wp_mail', '__return_null', PHP_INT_MAX );
		remove_filter( 'wp_mail_from', [ $this, 'from' ], PHP_INT_MAX );
		proc_terminate( $this->process );
		$taken = explode( "\n", trim( (string) stream_get_contents( $this->says ) ) );
		proc_close( $this->process );
		return $taken === [ '' ] ? [] : $taken;
	}
}
