<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\OwnerMail;

use OrderInvoicer\Domain\Account\MissingAccess;
use OrderInvoicer\Domain\Emails\OwnerIsTold;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\OwnerMail\Rules\Cause;
use OrderInvoicer\Features\OwnerMail\Rules\OwnerMails;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedGroup;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedOrders;
use OrderInvoicer\Tests\Unit\World\World;

/** The owner's mailbox, what the shop knows of it, and what is told there. */
final class FakeOwner implements OwnerMails, OwnerIsTold, StoppedOrders, MissingAccess {

	/** @var list<string> `stopped: code, code`, `goes on since H:i`, `digest: orders in groups`. */
	public array $mails = [];

	public bool $wants_standstill = true;
	public bool $wants_digest     = true;

	/** What wp_mail() answers. */
	public bool $leaves = true;

	/** @var (\Closure(): void)|null while an e-mail leaves. */
	public ?\Closure $meanwhile = null;

	public ?Problem $access = null;

	/** @var list<StoppedGroup>|null null: as the ledger has them. */
	public ?array $groups = null;

	private readonly Ledger $ledger;

	public function __construct( World $world ) {
		$this->ledger = $world->ledger;
	}

	public function at_once( int $order_id, Problem $problem ): void {
		if ( $this->wants_digest ) {
			$this->digest( 1, [ new StoppedGroup( 1, $order_id, $problem ) ] );
		}
	}

	public function tells_of_standstill(): bool {
		return $this->wants_standstill;
	}

	public function tells_by_digest(): bool {
		return $this->wants_digest;
	}

	public function stands_still( array $causes ): bool {
		$keys = array_map( static fn ( Cause $cause ): string => $cause->key(), $causes );
		return $this->mail( 'stopped: ' . implode( ', ', $keys ) );
	}

	public function goes_on( \DateTimeImmutable $stood_since ): bool {
		return $this->mail( "goes on since {$stood_since->format( 'H:i' )}" );
	}

	public function digest( int $orders, array $groups ): bool {
		return $this->mail( "digest: $orders in " . count( $groups ) );
	}

	public function orders(): int {
		return array_sum( array_column( $this->groups(), 'orders' ) );
	}

	public function groups(): array {
		return $this->groups ?? $this->groups_of_ledger();
	}

	public function problem(): ?Problem {
		return $this->access;
	}

	/** @return list<StoppedGroup> */
	private function groups_of_ledger(): array {
		$groups = [];
		foreach ( $this->ledger->page( new TaskFilter( [ TaskState::Attention ] ), 100, 0 ) as $task ) {
			$code            = $task->problem->code->value ?? '';
			$groups[ $code ] = new StoppedGroup(
				( $groups[ $code ]->orders ?? 0 ) + 1,
				$task->key->order_id,
				$task->problem ?? throw new \LogicException( 'A row that stopped says why.' )
			);
		}
		return array_values( $groups );
	}

	private function mail( string $what ): bool {
		if ( $this->leaves ) {
			$this->mails[] = $what;
		}
		if ( $this->meanwhile !== null ) {
			$meanwhile       = $this->meanwhile;
			$this->meanwhile = null;
			$meanwhile();
		}
		return $this->leaves;
	}
}
