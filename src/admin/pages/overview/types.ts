import type { Level } from './components/levels';

export type Fact = {
	name: string;
	level: Level;
	title: string;
	detail?: string;
	href?: string;
	/** What a person can do about it right here. */
	action?: 'test_loopback' | 'ask_sellsy';
};
