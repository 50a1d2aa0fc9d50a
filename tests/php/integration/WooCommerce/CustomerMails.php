<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\ShopMails;
use PHPUnit\Framework\Assert;

/** What WordPress is given to send to the customer, and what it answers. */
final class CustomerMails {

	/** @var list<array<string, mixed>> as `wp_mail()` got them. */
	public array $all = [];

	public bool $is_accepted = true;

	/** @var (\Closure( array<string, mixed> ): void)|null what happens while one is handed over. */
	public ?\Closure $meanwhile = null;

	private readonly \Closure $listen;

	public function __construct() {
		ShopMails::are_read();
		$this->listen = function ( mixed $answer, array $mail ): bool {
			if ( $mail['to'] === 'client@example.com' ) {
				$this->all[] = $mail;
				$this->meanwhile === null || ( $this->meanwhile )( $mail );
			}
			return $this->is_accepted;
		};
		add_filter( 'pre_wp_mail', $this->listen, 10, 2 );
	}

	public function end(): void {
		remove_filter( 'pre_wp_mail', $this->listen );
	}

	/** @return list<string> */
	public function subjects(): array {
		return array_column( $this->all, 'subject' );
	}

	/** The one about that, as it is read. WooCommerce words some subjects in two ways. */
	public function text( string $subject ): string {
		$found = array_filter(
			$this->all,
			static fn ( array $mail ): bool => preg_match( "/$subject/i", (string) $mail['subject'] ) === 1
		);
		Assert::assertCount( 1, $found, implode( ', ', $this->subjects() ) );
		return html_entity_decode( (string) reset( $found )['message'], ENT_QUOTES, 'UTF-8' );
	}
}
