<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

/** Brings what Sellsy tells the shop: in time, unless something went wrong with the next of it. */
final class Post {

	private ?Happening $wrong = null;

	/** @var list<string> */
	private array $late = [];

	/** @var list<string> all that was ever brought. */
	private array $old = [];

	public function __construct( private readonly Stage $stage ) {}

	public function goes_wrong( Happening $how ): void {
		$this->wrong = $how;
	}

	public function brings(): void {
		$new         = $this->stage->told();
		$late        = $this->late;
		$how         = $new === [] ? null : $this->wrong;
		$this->wrong = $new === [] ? $this->wrong : null;
		$this->late  = $how === Happening::ToldLate ? $new : [];
		$comes       = match ( $how ) {
			Happening::ToldTwice      => [ ...$new, ...$new ],
			Happening::ToldOutOfOrder => [ ...array_reverse( $new ), ...$this->old ],
			Happening::ToldNever, Happening::ToldLate => [],
			default                   => $new,
		};
		$comes       = [ ...$comes, ...$late ];
		$this->old   = [ ...$this->old, ...$comes ];
		if ( $comes !== [] ) {
			$this->stage->hears( $comes );
		}
	}
}
