import { sheetMetadata, sheetPage } from "@/app/[locale]/(reading)/map/sheet";

type Props = PageProps<"/[locale]/map/kinds/[kind]/[area]">;

export const generateMetadata = ({ params }: Props) => sheetMetadata({ params });

export default function KindAreaMapPage({ params }: Props) {
  return sheetPage({ params });
}
