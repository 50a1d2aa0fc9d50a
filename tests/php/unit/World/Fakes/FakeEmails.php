<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Emails\ShopEmails;
use OrderInvoicer\Tests\Unit\World\Fate;

/** The shop's own e-mails: which are on, and what left. */
final class FakeEmails implements ShopEmails {

	/** @var array<string, \DateTimeImmutable> */
	public array $since = [];

	/** @var list<string> `order kind number`. */
	public array $mails = [];

	/** @var list<string> what was noted on orders. */
	public array $notes = [];

	/** How often the site refuses to hand one over. */
	public int $refusals = 0;

	/** Other code throws when one is handed over. */
	public bool $is_broken = false;

	public int $tries = 0;

	public function __construct( private readonly Fate $fate ) {}

	public function since(): array {
		return $this->fate->call( fn (): array => $this->since );
	}

	public function prepare( int $order_id, RemoteDocument $document, bool $asked ): ?\Closure {
		$mail = "$order_id {$document->kind->value} $document->number";
		return $asked || isset( $this->since[ $document->kind->value ] )
			? fn (): bool => $this->fate->call( fn (): bool => $this->hand_over( $mail ) )
			: null;
	}

	public function note_sent( int $order_id, DocumentKind $kind, string $number ): void {
		$this->fate->call(
			function () use ( $order_id, $kind, $number ): void {
				$this->notes[] = "$order_id $kind->value $number";
			}
		);
	}

	private function hand_over( string $mail ): bool {
		++$this->tries;
		if ( $this->is_broken ) {
			throw new \RuntimeException( 'Not ours.' );
		}
		if ( $this->refusals > 0 ) {
			--$this->refusals;
			return false;
		}
		$this->mails[] = $mail;
		return true;
	}
}
