<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Emails\BackgroundWork;
use OrderInvoicer\Domain\Emails\HeldEmails;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Tests\Unit\World\Fate;

/** WooCommerce's e-mails that were kept back: what left. */
final class FakeHeldEmails implements HeldEmails, BackgroundWork {

	public bool $goes_on = true;

	/** @var list<string> `order email`. */
	public array $mails = [];

	/** @var list<int> the documents whose files went with them; 0: none did. */
	public array $files = [];

	public int $asked = 0;

	/** Sellsy has not made it yet. */
	public bool $has_no_file = false;

	/** How often the site refuses to hand one over. */
	public int $refusals = 0;

	public bool $is_off = false;

	/** Other code throws: `building` before, `leaving` while it is handed over. */
	public string $breaks = '';

	/** @var list<string> noted on the order: `order email`. */
	public array $left_out = [];

	public function __construct(
		private readonly Fate $fate,
		private readonly FakeShop $shop,
	) {}

	public function status( TaskKey $email ): ?string {
		$refunds = array_column( $this->shop->refunds[ $email->order_id ] ?? [], 'id' );
		return $email->refund_id > 0 && ! in_array( $email->refund_id, $refunds, true )
			? null
			: $this->shop->orders[ $email->order_id ]->status ?? null;
	}

	public function note_left_out( TaskKey $email ): void {
		$this->left_out[] = "$email->order_id $email->part";
	}

	public function goes_on(): bool {
		return $this->goes_on;
	}

	public function send( TaskKey $email, int $document, bool $may_wait, \Closure $leaving ): ?bool {
		if ( $this->is_off ) {
			return null;
		}
		if ( $this->breaks === 'building' ) {
			throw new \RuntimeException( 'Not ours.' );
		}
		if ( $document > 0 ) {
			++$this->asked;
			if ( $this->has_no_file && $may_wait ) {
				throw new NoFile( 'not_yet', true );
			}
			$this->files[] = $this->has_no_file ? 0 : $document;
		}
		$leaving( $document > 0 && ! $this->has_no_file );
		return $this->fate->call( fn (): bool => $this->hand_over( "$email->order_id $email->part" ) );
	}

	private function hand_over( string $mail ): bool {
		if ( $this->breaks === 'leaving' ) {
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
