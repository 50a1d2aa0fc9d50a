import { Card, CardBody, CardHeader } from '@wordpress/components';
import { useFocusKept } from './useFocusKept';

type SectionProps = {
	title: string;
	intro?: React.ReactNode;
	actions?: React.ReactNode;
	children: React.ReactNode;
};

/** A group by name: fields of the same name stand in several. */
export function Section( { title, intro, actions, children }: SectionProps ) {
	const { area, place } = useFocusKept< HTMLDivElement >();
	return (
		<Card
			{ ...area }
			{ ...place }
			className="orderinvoicer-section"
			role="group"
			aria-label={ title }
		>
			<CardHeader>
				<h3 className="orderinvoicer-section__title">{ title }</h3>
				{ actions }
			</CardHeader>
			<CardBody>
				<div className="orderinvoicer-stack">
					{ intro && (
						<p className="orderinvoicer-section__intro">
							{ intro }
						</p>
					) }
					{ children }
				</div>
			</CardBody>
		</Card>
	);
}
